package health.consilium.benchmarks.relevance.set;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A line of a file that knows where it stands. */
record Line(Path file, int number, String text) {

    /** Hands over each line that is not blank. */
    static void each(Path file, Consumer<Line> consumer) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    consumer.accept(new Line(file, number, text));
                }
            }
        } catch (NoSuchFileException missing) {
            throw new MalformedSet("%s is missing.".formatted(file));
        } catch (CharacterCodingException wrong) {
            throw new MalformedSet("%s is not UTF-8.".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MalformedSet malformed(String what) {
        return new MalformedSet("%s:%d: %s".formatted(file, number, what));
    }
}
