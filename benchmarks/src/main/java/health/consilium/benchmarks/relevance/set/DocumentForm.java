package health.consilium.benchmarks.relevance.set;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The import form of a corpus, and by what a document of that form is known again in search results. */
public enum DocumentForm {
    /** Lines of the question import; known by their {@code id}. */
    QUESTIONS("questions", "question") {
        @Override
        public String documentOf(JsonNode item) {
            return item.path("externalId").asString("");
        }
    },
    /** Bibliographic records as lines of JSON; known by their {@code doi}. */
    PAPERS("paper-json", "paper") {
        @Override
        public String documentOf(JsonNode item) {
            return item.path("summary").path("doi").asString("");
        }
    },
    /** A folder of documents with front matter; known by their {@code uri}, or {@code id} where they have none. */
    ARTICLES("front-matter", "article") {
        @Override
        public String documentOf(JsonNode item) {
            return item.path("uri").asString(item.path("id").asString(""));
        }
    };

    private final String format;
    private final String type;

    DocumentForm(String format, String type) {
        this.format = format;
        this.type = type;
    }

    /** How imports call it. */
    public String format() {
        return format;
    }

    /** How searches call what becomes of it. */
    public String type() {
        return type;
    }

    /** The document that a search's item is, as qrels name it; empty for one that came from elsewhere. */
    public abstract String documentOf(JsonNode item);

    static Optional<DocumentForm> ofFormat(String format) {
        return Arrays.stream(values())
                .filter(form -> form.format.equals(format))
                .findFirst();
    }
}
