package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.MalformedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where sets and run files are. */
final class WorkFolder {
    private static final String ALL = "all";

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where sets and run files are: relevance in CONSILIUM_HOME, or in the folder for temporary"
                    + " files.")
    private @Nullable Path chosen;

    Path sets() {
        return folder().resolve("sets");
    }

    Path runs() {
        return folder().resolve("runs");
    }

    /** Sets by their names here or by the paths of their folders; all that are here without any. */
    List<JudgedSet> read(List<String> names) {
        return names.isEmpty() || names.contains(ALL)
                ? all()
                : names.stream().map(this::one).toList();
    }

    private JudgedSet one(String name) {
        Path here = sets().resolve(name);
        return JudgedSet.read(JudgedSet.isIn(here) ? here : Path.of(name));
    }

    private List<JudgedSet> all() {
        if (!Files.isDirectory(sets())) {
            throw new MalformedSet("%s has no sets: make some with prepare.".formatted(sets()));
        }
        try (Stream<Path> folders = Files.list(sets())) {
            return folders.filter(JudgedSet::isIn).sorted().map(JudgedSet::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        if (chosen != null) {
            return chosen;
        }
        String home = Objects.requireNonNullElse(System.getenv("CONSILIUM_HOME"), "");
        return home.isBlank()
                ? Path.of(System.getProperty("java.io.tmpdir"), "consilium-relevance")
                : Path.of(home, "relevance");
    }
}
