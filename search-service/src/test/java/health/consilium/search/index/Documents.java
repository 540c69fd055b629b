package health.consilium.search.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds documents for tests; what a test does not name is plain and the same. */
public final class Documents {

    private final DocumentKey key;
    private long version = 1;
    private String title = "Untitled";
    private String body = "";
    private List<String> topics = List.of();
    private List<String> headings = List.of();
    private List<String> authors = List.of();
    private List<String> doctors = List.of();
    private List<String> classifications = List.of();
    private @Nullable String doi;
    private @Nullable String specialty;
    private @Nullable String language;
    private @Nullable Integer year;
    private Instant updatedAt = Instant.parse("2026-01-01T00:00:00Z");

    private Documents(DocumentType type, String id) {
        this.key = new DocumentKey(type, id);
    }

    public static Documents article(String id) {
        return new Documents(DocumentType.ARTICLE, id);
    }

    public static Documents question(String id) {
        return new Documents(DocumentType.QUESTION, id);
    }

    public static Documents paper(String id) {
        return new Documents(DocumentType.PAPER, id);
    }

    public Documents version(long number) {
        version = number;
        return this;
    }

    public Documents titled(String text) {
        title = text;
        return this;
    }

    public Documents saying(String text) {
        body = text;
        return this;
    }

    public Documents about(String... names) {
        topics = List.of(names);
        return this;
    }

    public Documents headed(String... lines) {
        headings = List.of(lines);
        return this;
    }

    public Documents by(String... names) {
        authors = List.of(names);
        return this;
    }

    public Documents answeredBy(String... names) {
        doctors = List.of(names);
        return this;
    }

    public Documents classified(String... ids) {
        classifications = List.of(ids);
        return this;
    }

    public Documents doi(String identifier) {
        doi = identifier;
        return this;
    }

    public Documents in(String specialtyId) {
        specialty = specialtyId;
        return this;
    }

    public Documents written(String languageTag) {
        language = languageTag;
        return this;
    }

    public Documents from(int theYear) {
        year = theYear;
        return this;
    }

    public Documents updated(String instant) {
        updatedAt = Instant.parse(instant);
        return this;
    }

    /** The change that brings the document. */
    public Change put() {
        return new Change.Put(new SearchDocument(
                key,
                version,
                new SearchText(title, topics, headings, body, authors, doctors, doi),
                new Attributes(null, null, specialty, classifications, language, year, updatedAt, "{}")));
    }

    /** The change that brings the vectors of its text. */
    public Change vectors(float[]... vectors) {
        return new Change.Vectors(key, fingerprint(), List.of(vectors));
    }

    public long fingerprint() {
        return ((Change.Put) put()).document().text().fingerprint();
    }

    /** The change that removes it at the version. */
    public Change remove() {
        return new Change.Remove(key, version);
    }

    public DocumentKey key() {
        return key;
    }
}
