package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.measure.Ranking;
import health.consilium.benchmarks.relevance.platform.Found;
import health.consilium.benchmarks.relevance.platform.InFlight;
import health.consilium.benchmarks.relevance.platform.LocalGateway;
import health.consilium.benchmarks.relevance.platform.PlatformSearch;
import health.consilium.benchmarks.relevance.platform.SearchMode;
import health.consilium.benchmarks.relevance.platform.SynonymsOnLoan;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.stack.ServerFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the running platform answers, in each of the modes that it has. */
final class PlatformAnswers {
    private final LocalGateway gateway;
    private final PlatformSearch search;
    private final JudgeOptions options;
    private final List<Contender> contenders;

    private PlatformAnswers(
            LocalGateway gateway, PlatformSearch search, JudgeOptions options, List<Contender> contenders) {
        this.gateway = gateway;
        this.search = search;
        this.options = options;
        this.contenders = contenders;
    }

    /** Finds out which modes there are, and says which of the wanted ones are not. */
    static PlatformAnswers of(JudgeOptions options) {
        LocalGateway gateway = LocalGateway.ofEnvironment();
        var search = new PlatformSearch(gateway);
        return new PlatformAnswers(gateway, search, options, available(options.contenders(), search));
    }

    /** The rankings by contender; remarks tell what was not as it should have been. */
    Map<Contender, List<Ranking>> answer(JudgedSet set, List<String> remarks) {
        SynonymsOnLoan synonyms = set.settings().synonyms().isEmpty() ? null : loan(set, remarks);
        try {
            Map<Contender, List<Ranking>> answers = new LinkedHashMap<>();
            for (Contender contender : contenders) {
                answers.put(contender, answer(set, contender, remarks));
            }
            return answers;
        } finally {
            if (synonyms != null) {
                synonyms.close();
            }
        }
    }

    private List<Ranking> answer(JudgedSet set, Contender contender, List<String> remarks) {
        long start = System.nanoTime();
        SearchMode mode = Objects.requireNonNull(contender.mode());
        int depth = options.depth(set);
        List<Found> found =
                InFlight.map(set.topics(), options.inFlight(), topic -> search.search(set, topic, mode, depth));
        System.err.printf(
                "%s, %s: %,d searches in %.1f s%n",
                set.name(), contender.title(), found.size(), (System.nanoTime() - start) / 1e9);
        remark(remarks, contender, found.stream().filter(Found::cut).count(), "queries were cut to fit an address");
        remark(remarks, contender, found.stream().filter(Found::otherwise).count(), "were ranked in another way");
        return found.stream().map(Found::ranking).toList();
    }

    private static void remark(List<String> remarks, Contender contender, long count, String what) {
        if (count > 0) {
            remarks.add("%s: %,d %s".formatted(contender.title(), count, what));
        }
    }

    private @Nullable SynonymsOnLoan loan(JudgedSet set, List<String> remarks) {
        try {
            return SynonymsOnLoan.load(gateway, set.synonyms());
        } catch (ServerFailure refused) {
            remarks.add("judged without its synonyms: " + refused.getMessage());
            return null;
        }
    }

    private static List<Contender> available(List<Contender> wanted, PlatformSearch search) {
        List<Contender> asked =
                wanted.stream().filter(contender -> contender.mode() != null).toList();
        if (!asked.equals(List.of(Contender.SERVED)) && !search.knowsModes()) {
            System.err.println("This platform's search has no parameter mode: it is judged as it comes.");
            return List.of(Contender.SERVED);
        }
        List<Contender> available = new ArrayList<>();
        for (Contender contender : asked) {
            Optional<String> refusal = search.refusal(Objects.requireNonNull(contender.mode()));
            refusal.ifPresentOrElse(
                    why -> System.err.printf("Left out: %s: %s%n", contender.title(), why),
                    () -> available.add(contender));
        }
        return available;
    }
}
