package health.consilium.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder for what is prepared once per machine: CONSILIUM_CACHE, or the user's cache folder. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The named folder inside the cache, created if missing. */
    public static Path of(String name) throws IOException {
        return Files.createDirectories(root().resolve(name));
    }

    /** The cache folder itself, which may not exist yet. */
    public static Path root() {
        String chosen = environment("CONSILIUM_CACHE");
        if (chosen != null) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        String user = environment("XDG_CACHE_HOME");
        Path base = user != null ? Path.of(user) : Path.of(System.getProperty("user.home"), ".cache");
        return base.toAbsolutePath().normalize().resolve("consilium");
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }
}
