package health.consilium.benchmarks.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Measures contenders and prints what comes out. */
record Comparison(List<String> queries, Options options) {
    private static final int COMPARED = 200;
    private static final int WARM_UP_CLIENTS = 4;
    private static final int ROUNDS = 5;

    /** All of them, for each number of clients, after each has warmed up. */
    void sideBySide(List<Contender> contenders, Contender first) throws ExecutionException, InterruptedException {
        System.out.println(
                "| | clients | searches/s | p50 ms | p99 ms | CPU ms a search | first ten as the service's |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|");
        for (Contender contender : contenders) {
            Measured warmUp = new Load(queries, WARM_UP_CLIENTS, Duration.ofSeconds(options.warmUp())).run(contender);
            System.err.printf("warming up: %s, %,.0f a second%n", contender.name(), warmUp.rate());
        }
        for (int clients : options.clients()) {
            measured(contenders, clients)
                    .forEach((contender, measured) -> System.out.printf(
                            Locale.ROOT,
                            "| %s | %d | %s | %.3f |%n",
                            contender.name(),
                            clients,
                            measured.cells(),
                            overlap(first, contender)));
        }
    }

    /** In several short rounds, so that what else the machine does falls on all alike. */
    private Map<Contender, Measured> measured(List<Contender> contenders, int clients)
            throws ExecutionException, InterruptedException {
        Duration time = Duration.ofSeconds(options.seconds()).dividedBy(ROUNDS);
        Map<Contender, Measured> all = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> turned = new ArrayList<>(queries);
            Collections.rotate(turned, -round * queries.size() / ROUNDS);
            for (Contender contender : contenders) {
                all.merge(contender, new Load(turned, clients, time).run(contender), Measured::and);
            }
        }
        return all;
    }

    /** How far two agree; the queries where they do not are named among the errors. */
    void agreement(Contender one, Contender other) {
        queries.stream()
                .limit(COMPARED)
                .filter(query -> !one.best(query).equals(other.best(query)))
                .forEach(query -> System.err.printf("%s and %s differ: %s%n", one.name(), other.name(), query));
        System.out.printf(
                Locale.ROOT,
                "The first ten of %s are those of %s by %.3f%n%n",
                one.name(),
                other.name(),
                overlap(one, other));
    }

    /** One client, each text once, after the first fifth has warmed everything up. */
    void once(String what, List<String> texts, Contender contender) throws ExecutionException, InterruptedException {
        int warmUp = texts.size() / 5;
        Measured warm = new Load(texts.subList(0, warmUp), 2, Duration.ofSeconds(options.warmUp())).run(contender);
        System.err.printf("warming up: %,.0f a second%n", warm.rate());
        long[] times = texts.subList(warmUp, texts.size()).stream()
                .mapToLong(text -> {
                    long started = System.nanoTime();
                    contender.search(text);
                    return System.nanoTime() - started;
                })
                .sorted()
                .toArray();
        Measured measured =
                new Measured(times, Duration.ofNanos(Arrays.stream(times).sum()), Duration.ZERO);
        System.out.printf(
                Locale.ROOT,
                "%s, 1 client: p50 %.2f ms, p99 %.2f ms (%,d)%n%n",
                what,
                measured.quantile(0.5),
                measured.quantile(0.99),
                times.length);
    }

    /** How much of the first ten two have in common. */
    private double overlap(Contender one, Contender other) {
        return queries.stream()
                .limit(COMPARED)
                .mapToDouble(query -> {
                    Set<String> first = new HashSet<>(one.best(query));
                    Set<String> second = new HashSet<>(other.best(query));
                    int most = Math.max(first.size(), second.size());
                    first.retainAll(second);
                    return most == 0 ? 1 : (double) first.size() / most;
                })
                .average()
                .orElse(0);
    }
}
