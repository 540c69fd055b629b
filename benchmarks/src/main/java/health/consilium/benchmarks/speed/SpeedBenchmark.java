package health.consilium.benchmarks.speed;

import health.consilium.stack.Folders;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.TokenEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches a second, side by side in one run, on copies of what the running platform has published. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures searches a second: Lucene in this process, our search-service over HTTP, the same"
                + " through the gateway, and OpenSearch over HTTP. Takes the questions from the running platform,"
                + " which gives the tokens, too; everything measured runs in processes of its own.")
public final class SpeedBenchmark implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Parameters(arity = "1..*", paramLabel = "TOPICS", description = "Files with a topic a line: id, tab, query.")
    private List<Path> topics = List.of();

    private SpeedBenchmark() {}

    /** Runs and ends the JVM. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new SpeedBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> queries = queries();
        Path folder = Files.createTempDirectory("speed-");
        String issuer = "http://localhost:%d/realms/consilium".formatted(options.keycloak);
        Supplier<String> token = new Tokens(new TokenEndpoint(URI.create(issuer)));
        try (Servers servers = new Servers(folder, issuer)) {
            Copies questions = Copies.of(options.kafka, Copies.TOPIC);
            servers.kafka(questions, options);
            ProcessHandle search = servers.search(options.vectors);
            ProcessHandle gateway = servers.gateway();
            String path = "/search?type=question&limit=10&q=";
            String service = servers.searchUri() + path;
            System.out.printf(
                    "%,d documents, %,d queries%n%n", (long) questions.size() * options.copies, queries.size());
            if (options.vectors) {
                once(
                        "hybrid, each query for the first time",
                        queries,
                        new HttpSearch("", service, token, List.of(search)));
            }
            String lexical = servers.searchUri() + path.replace("?", "?mode=lexical&");
            String facets = servers.searchUri() + path.replace("?", "?mode=lexical&facets=type,specialty&");
            once("suggestions for each query's beginnings", beginnings(queries), suggestions(servers, token));
            List<Contender> contenders = new ArrayList<>();
            contenders.add(new HttpSearch("service", lexical, token, List.of(search)));
            contenders.add(new HttpSearch("service, facets", facets, token, List.of(search)));
            contenders.add(new HttpSearch(
                    "gateway, facets",
                    facets.replace(servers.searchUri().toString(), servers.gatewayUri() + "/api/v1"),
                    token,
                    List.of(search, gateway)));
            if (options.opensearch) {
                List<JsonNode> all = questions.states().stream()
                        .map(new JsonMapper()::readTree)
                        .toList();
                OpenSearchServer node = servers.opensearch();
                OpenSearch.fill(node.uri(), all, options.copies);
                contenders.add(new OpenSearch("OpenSearch", node.uri(), node.process(), false));
                contenders.add(new OpenSearch("OpenSearch, highlights, facets", node.uri(), node.process(), true));
                contenders.addFirst(PlainLucene.of(all, options.copies, folder.resolve("lucene")));
            }
            compare(contenders, queries);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void compare(List<Contender> contenders, List<String> queries) throws Exception {
        System.out.println("| | clients | searches/s | p50 ms | p99 ms | CPU ms | same as the service |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Contender contender : contenders) {
            new Load(queries, 4, Duration.ofSeconds(options.seconds)).run(contender);
        }
        Contender service = contenders.stream()
                .filter(contender -> contender.name().equals("service"))
                .findFirst()
                .orElseThrow();
        for (int clients : options.clients) {
            for (Contender contender : contenders) {
                Measured measured = new Load(queries, clients, Duration.ofSeconds(options.seconds)).run(contender);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %s | %.2f |%n",
                        contender.name(),
                        clients,
                        measured.cells(),
                        overlap(service, contender, queries));
            }
        }
    }

    /** How much of the first ten the two have in common, by title. */
    private static double overlap(Contender one, Contender other, List<String> queries) {
        return queries.stream()
                .limit(200)
                .mapToDouble(query -> {
                    Set<String> first = new HashSet<>(one.search(query));
                    Set<String> second = new HashSet<>(other.search(query));
                    int most = Math.max(first.size(), second.size());
                    first.retainAll(second);
                    return most == 0 ? 1 : (double) first.size() / most;
                })
                .average()
                .orElse(0);
    }

    private static void once(String what, List<String> queries, Contender contender) throws Exception {
        int warmUp = queries.size() / 5;
        new Load(queries.subList(0, warmUp), 1, Duration.ofSeconds(5)).run(contender);
        long[] times = new long[queries.size() - warmUp];
        for (int at = warmUp; at < queries.size(); at++) {
            long started = System.nanoTime();
            contender.search(queries.get(at));
            times[at - warmUp] = System.nanoTime() - started;
        }
        Arrays.sort(times);
        Measured measured = new Measured(times, Duration.ofNanos(1), Duration.ZERO);
        System.out.printf(
                Locale.ROOT,
                "%s, 1 client: p50 %.2f ms, p99 %.2f ms (%,d)%n%n",
                what,
                measured.quantile(0.5),
                measured.quantile(0.99),
                times.length);
    }

    private static Contender suggestions(Servers servers, Supplier<String> token) {
        return new HttpSearch("", servers.searchUri() + "/search/suggestions?q=", token, List.of());
    }

    /** What is typed on the way to a query: its first three, five, and eight characters. */
    private static List<String> beginnings(List<String> queries) {
        return queries.stream()
                .filter(query -> query.length() > 8)
                .flatMap(query -> Stream.of(3, 5, 8).map(end -> query.substring(0, end)))
                .toList();
    }

    private List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (Path file : topics) {
            for (String line : Files.readAllLines(file)) {
                String query = line.substring(line.indexOf('\t') + 1);
                queries.add(query.length() > options.longest ? query.substring(0, options.longest) : query);
            }
        }
        Collections.shuffle(queries, new Random(1));
        return queries;
    }

    /** A token of the realm's reader, asked for again before it ends. */
    private static final class Tokens implements Supplier<String> {
        private final TokenEndpoint endpoint;
        private TokenEndpoint.Token token;

        Tokens(TokenEndpoint endpoint) {
            this.endpoint = endpoint;
            this.token = endpoint.ofUser("member", "member");
        }

        @Override
        public synchronized String get() {
            if (Instant.now().plusSeconds(30).isAfter(token.expiresAt())) {
                token = endpoint.ofUser("member", "member");
            }
            return Objects.requireNonNull(token.value());
        }
    }

    /** What is measured. */
    static final class Options {
        @Option(
                names = "--copies",
                paramLabel = "N",
                description = "How often each document is indexed, 1 unless given.")
        private int copies = 1;

        @Option(names = "--seconds", paramLabel = "N", description = "How long each is measured, 10 unless given.")
        private int seconds = 10;

        @Option(names = "--clients", split = ",", paramLabel = "N", description = "1,8 unless given.")
        private List<Integer> clients = List.of(1, 8);

        @Option(names = "--longest", paramLabel = "N", description = "Queries are cut to 300 characters unless given.")
        private int longest = 300;

        @Option(names = "--vectors", description = "Measure hybrid searches as well.")
        private boolean vectors;

        @Option(names = "--no-opensearch", negatable = true, description = "Only our own.")
        private boolean opensearch = true;

        @Option(names = "--kafka", paramLabel = "SERVERS", description = "The platform's broker.")
        private String kafka = "localhost:19092";

        @Option(names = "--keycloak", paramLabel = "PORT", description = "The platform's Keycloak.")
        private int keycloak = 8180;

        int copies() {
            return copies;
        }

        boolean vectors() {
            return vectors;
        }

        String kafka() {
            return kafka;
        }

        String vectorTopic() {
            return "consilium.search.vectors.bge-small-en-v1.5-q.v1";
        }
    }
}
