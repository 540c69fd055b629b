package health.consilium.benchmarks.relevance.set;

import health.consilium.benchmarks.relevance.measure.Gain;
import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.measure.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes {@code set.properties}; a set without one goes by the defaults. */
final class SettingsFile {
    private static final String SEARCH = "search.";
    private static final Set<String> KNOWN =
            Set.of("format", "corpus", "gain", "relevant", "measures", "synonyms", "note");

    private final Path file;
    private final Properties properties = new Properties();

    private SettingsFile(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SetSettings read(Path file) {
        var settings = new SettingsFile(file);
        Map<String, String> search = settings.search();
        DocumentForm form = settings.form();
        return new SetSettings(
                form,
                settings.value("corpus", SetSettings.CORPUS),
                settings.scale(),
                settings.measures(),
                search,
                settings.value("synonyms", ""),
                settings.value("note", ""));
    }

    static void write(SetSettings settings, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("format=" + settings.form().format());
        lines.add("corpus=" + settings.corpus());
        lines.add("gain=" + settings.scale().gain().name().toLowerCase(Locale.ROOT));
        lines.add("relevant=" + settings.scale().relevantFrom());
        lines.add("measures=" + settings.measures().stream().map(Measure::title).collect(Collectors.joining(",")));
        new TreeMap<>(settings.search()).forEach((name, value) -> lines.add(SEARCH + name + "=" + value));
        lines.add("synonyms=" + settings.synonyms());
        lines.add("note=" + settings.note());
        Files.write(file, lines);
    }

    private Map<String, String> search() {
        Map<String, String> search = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(SEARCH)) {
                search.put(name.substring(SEARCH.length()), value(name, ""));
            } else if (!KNOWN.contains(name)) {
                throw malformed(
                        name,
                        "is unknown; there are %s and search.*"
                                .formatted(KNOWN.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
        return search;
    }

    private DocumentForm form() {
        String format = value("format", DocumentForm.QUESTIONS.format());
        return DocumentForm.ofFormat(format)
                .orElseThrow(() -> malformed("format", "must be questions, paper-json or front-matter"));
    }

    private Scale scale() {
        String gain = value("gain", "linear");
        String relevant = value("relevant", "1");
        try {
            return new Scale(Gain.valueOf(gain.toUpperCase(Locale.ROOT)), Integer.parseInt(relevant));
        } catch (NumberFormatException wrong) {
            throw malformed("relevant", "must be a whole number");
        } catch (IllegalArgumentException wrong) {
            throw malformed("gain", "must be linear or exponential");
        }
    }

    private List<Measure> measures() {
        return Arrays.stream(value("measures", "nDCG@10,MRR@10,judged@10").split(","))
                .map(title -> Measure.titled(title.strip())
                        .orElseThrow(() -> malformed("measures", "has an unknown one: " + title.strip())))
                .toList();
    }

    private String value(String name, String otherwise) {
        String value = properties.getProperty(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private MalformedSet malformed(String name, String what) {
        return new MalformedSet("%s: %s %s.".formatted(file, name, what));
    }
}
