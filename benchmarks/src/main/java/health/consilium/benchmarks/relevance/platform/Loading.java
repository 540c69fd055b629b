package health.consilium.benchmarks.relevance.platform;

import health.consilium.benchmarks.relevance.set.Corpus;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.ImportJob;
import health.consilium.stack.client.Imports;
import health.consilium.stack.client.Upload;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Imports corpora like anybody's content, and waits until the search has all of it. */
public final class Loading {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SHOWN = 5;

    private final LocalGateway gateway;
    private final Consumer<String> progress;
    private final Duration interval;

    /** The consumer hears how far it is. */
    public Loading(LocalGateway gateway, Consumer<String> progress) {
        this(gateway, progress, INTERVAL);
    }

    Loading(LocalGateway gateway, Consumer<String> progress, Duration interval) {
        this.gateway = gateway;
        this.progress = progress;
        this.interval = interval;
    }

    /** Loads the corpora of these sets, each once. */
    public void load(List<JudgedSet> sets) {
        Map<Corpus, JudgedSet> corpora = new LinkedHashMap<>();
        sets.forEach(set -> corpora.putIfAbsent(set.corpus(), set));
        Map<JudgedSet, Integer> expected = new LinkedHashMap<>();
        corpora.forEach((corpus, set) -> expected.put(set, corpus.size() - upload(corpus)));
        expected.forEach((set, count) -> await(set, count));
    }

    /** Returns how many records were refused. */
    private int upload(Corpus corpus) {
        var told = new Told(progress);
        try (Upload upload = Upload.of(corpus.path())) {
            ImportJob job = new Imports(gateway.client())
                    .run(
                            corpus.form().format(),
                            upload,
                            now -> told.say("%s: %,d of %,d records imported"
                                    .formatted(corpus.path(), now.processed(), now.total())));
            ImportJob.Counts counts = job.counts();
            told.sayAtOnce("%s: %,d created, %,d updated, %,d unchanged, %,d refused"
                    .formatted(
                            corpus.path(), counts.created(), counts.updated(), counts.unchanged(), counts.rejected()));
            job.rejected().stream()
                    .limit(SHOWN)
                    .forEach(refused ->
                            told.sayAtOnce("  refused: %s: %s".formatted(refused.record(), refused.reason())));
            return counts.rejected();
        }
    }

    /** Complete means so twice in a row: between an import's end and its first message nothing lags either. */
    private void await(JudgedSet set, int expected) {
        var told = new Told(progress);
        SearchState before = SearchState.read(gateway, set.settings());
        long changed = System.nanoTime();
        boolean complete = false;
        while (!complete) {
            LockSupport.parkNanos(interval.toNanos());
            SearchState now = SearchState.read(gateway, set.settings());
            complete = before.isComplete(expected) && now.isComplete(expected);
            changed = now.equals(before) ? changed : System.nanoTime();
            if (!complete && System.nanoTime() - changed > PATIENCE.toNanos()) {
                throw new ServerFailure("The search of %s stands still at %s: see ./consilium logs search-service."
                        .formatted(set.name(), now.describe(expected)));
            }
            before = now;
            told.say("%s: %s".formatted(set.name(), now.describe(expected)));
        }
        told.sayAtOnce("%s: searchable, %s".formatted(set.name(), before.describe(expected)));
    }
}
