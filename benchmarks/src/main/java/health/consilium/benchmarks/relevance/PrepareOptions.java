package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.prepare.Preparation;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From what sets are made, and how large they become. */
final class PrepareOptions {
    @Option(
            names = "--shared",
            paramLabel = "DIR",
            description = "The shared data: CONSILIUM_SHARED, or the folder shared beside the repository.")
    private @Nullable Path shared;

    @Option(
            names = "--documents",
            paramLabel = "N",
            description = "For a short trial: beside judged documents at most N others a corpus.")
    private int documents = Integer.MAX_VALUE;

    List<JudgedSet> prepare(Path sets, int topics) throws IOException {
        return new Preparation(folder(), sets).write(topics, documents);
    }

    private Path folder() {
        if (shared != null) {
            return shared;
        }
        String chosen = Objects.requireNonNullElse(System.getenv("CONSILIUM_SHARED"), "");
        Path repository = Path.of(System.getProperty("consilium.root", ""));
        return chosen.isBlank() ? repository.resolve("../shared").normalize() : Path.of(chosen);
    }
}
