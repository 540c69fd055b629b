package health.consilium.search.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes British words as Americans do, so that both are found by either; immutable. */
public final class Spelling {

    private static final String FILE = "/vocabulary/spelling.txt";

    private final Map<String, String> words = new HashMap<>();
    private final WordParts parts = new WordParts();
    private final IzeEndings endings = new IzeEndings();

    private final String fingerprint;

    private Spelling(List<String> lines) {
        fingerprint = Integer.toHexString(lines.hashCode());
        for (String line : lines) {
            String[] entry = line.strip().split("\\s+");
            if (!line.isBlank() && !line.startsWith("#")) {
                add(entry);
            }
        }
    }

    /** The spelling that comes with the service. */
    public static Spelling standard() {
        try (InputStream file = Objects.requireNonNull(Spelling.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Spelling of(List<String> lines) {
        return new Spelling(lines);
    }

    /** The American form of a lower-case word without accents; the word itself when it is that already. */
    public String american(String word) {
        String listed = words.get(word);
        return listed == null ? endings.american(parts.american(word)) : listed;
    }

    /** Tells apart lists of words; that of the same list is the same for ever. */
    public String fingerprint() {
        return fingerprint;
    }

    private void add(String[] entry) {
        if (entry.length == 1) {
            endings.keep(entry[0]);
        } else if (entry.length == 2 && entry[0].contains("*")) {
            parts.add(entry[0], entry[1]);
        } else if (entry.length == 2) {
            words.put(entry[0], entry[1]);
        } else {
            throw new IllegalArgumentException("Not an entry: " + String.join(" ", entry));
        }
    }
}
