package health.consilium.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The larger collections that tests may read where they are at hand; none of it is part of this project. */
final class SharedData {
    private static final String SETTING = "CONSILIUM_SHARED";

    private SharedData() {}

    /** A file or folder of the collections; the test is skipped where there are none. */
    static Path at(String path) {
        String chosen = Objects.requireNonNullElse(System.getenv(SETTING), "../../shared");
        Path found = Path.of(System.getProperty(SETTING, chosen)).resolve(path);
        assumeTrue(
                Files.exists(found),
                () -> "skipped: no %s; %s names the folder with shared data".formatted(path, SETTING));
        return found;
    }

    static List<Path> files(String folder, String name) {
        try (Stream<Path> files = Files.list(at(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
