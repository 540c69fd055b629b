package health.consilium.benchmarks.relevance.set;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a search reads of a corpus' records: their words, and the id they are known by. */
final class RecordText {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RESOLVER = "https?://(?:dx\\.)?doi\\.org/";

    private RecordText() {}

    static CorpusDocument question(Line line) {
        JsonNode record = json(line);
        String title = text(record, "title");
        String text = text(record, "text");
        return new CorpusDocument(
                required(line, record, "id"),
                joined(Stream.of(
                                Stream.of(title),
                                record.path("topics").valueStream().flatMap(RecordText::topic),
                                text.equals(title) ? Stream.<String>of() : Stream.of(text),
                                record.path("answers").valueStream().map(answer -> text(answer, "text")),
                                Stream.of(text(record.path("moreInfo"), "text")))
                        .flatMap(part -> part)));
    }

    static CorpusDocument paper(Line line) {
        JsonNode record = json(line);
        String doi = required(line, record, "doi").toLowerCase(Locale.ROOT).replaceFirst(RESOLVER, "");
        Stream<String> fields = record.path("fieldsOfStudy").valueStream().map(JsonNode::asString);
        return new CorpusDocument(
                doi, joined(Stream.concat(Stream.of(text(record, "title"), text(record, "abstract")), fields)));
    }

    /** Only simple {@code key: value} lines of the front matter are read. */
    static CorpusDocument article(Line document) {
        String[] parts = document.text().split("(?m)^---\\s*$", 3);
        if (parts.length < 3 || !parts[0].isBlank()) {
            throw document.malformed("expected front matter between two lines of ---");
        }
        String uri = value(parts[1], "uri");
        String id = uri == null ? value(parts[1], "id") : uri;
        if (id == null) {
            throw document.malformed("has neither uri nor id");
        }
        Stream<@Nullable String> texts = Stream.of(
                value(parts[1], "title"),
                value(parts[1], "surtitle"),
                value(parts[1], "description"),
                Jsoup.parseBodyFragment(parts[2]).text());
        return new CorpusDocument(id, joined(texts.filter(Objects::nonNull).map(Objects::requireNonNull)));
    }

    private static JsonNode json(Line line) {
        try {
            JsonNode record = JSON.readTree(line.text());
            if (record.isObject()) {
                return record;
            }
        } catch (JacksonException unreadable) {
            throw line.malformed("is not JSON");
        }
        throw line.malformed("is not a JSON object");
    }

    private static String required(Line line, JsonNode record, String field) {
        String value = text(record, field);
        if (value.isEmpty()) {
            throw line.malformed("has no %s, by which it would be known in the qrels".formatted(field));
        }
        return value;
    }

    private static Stream<String> topic(JsonNode topic) {
        return topic.isString()
                ? Stream.of(topic.asString())
                : Stream.concat(
                        Stream.of(text(topic, "name")),
                        topic.path("synonyms").valueStream().map(JsonNode::asString));
    }

    private static String text(JsonNode record, String field) {
        return record.path(field).asString("").strip();
    }

    private static @Nullable String value(String frontMatter, String key) {
        return frontMatter
                .lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }
}
