package health.consilium.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** What the tests measure: printed, and kept in {@code target/figures.md}. */
final class Figures {
    private static final Path FILE = Path.of("target", "figures.md");

    private Figures() {}

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
    static void note(String form, Object... values) {
        String line = "- " + String.format(Locale.ROOT, form, values);
        System.out.println(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
