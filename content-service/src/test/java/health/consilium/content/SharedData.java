package health.consilium.content;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Test data that is kept outside of the repository: {@code CONSILIUM_SHARED}, or the folder beside it. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder of it; where it is absent the test is skipped and says so. */
    public static Path require(String name) {
        String configured = System.getProperty("CONSILIUM_SHARED", System.getenv("CONSILIUM_SHARED"));
        Path shared = Path.of(Objects.requireNonNullElse(configured, "../../shared"));
        Path data = shared.resolve(name);
        assumeTrue(
                Files.exists(data),
                "skipped: no %s; CONSILIUM_SHARED names the folder with the shared data".formatted(name));
        return data;
    }
}
