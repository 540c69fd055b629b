package health.consilium.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of letters and questions that say nothing of what they are about: greetings, thanks, requests. */
final class Fillers {

    private static final String FILE = "/query/fillers.txt";

    private final Set<String> words;

    Fillers() {
        try (InputStream file = Objects.requireNonNull(Fillers.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            words = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean contains(String word) {
        return words.contains(word);
    }
}
