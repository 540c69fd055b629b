package health.consilium.search.index.lucene;

import health.consilium.search.index.Attributes;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What of a document is in no stored field of its own, kept as JSON to write the document again with its vectors. */
record Rest(
        List<String> topics,
        List<String> headings,
        List<String> authors,
        List<String> doctors,
        @Nullable String doi,
        @Nullable String specialty,
        List<String> classifications,
        @Nullable String language,
        @Nullable Integer year) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String of(SearchDocument document) {
        SearchText text = document.text();
        Attributes attributes = document.attributes();
        return JSON.writeValueAsString(new Rest(
                text.topics(),
                text.headings(),
                text.authors(),
                text.doctors(),
                text.doi(),
                attributes.specialty(),
                attributes.classifications(),
                attributes.language(),
                attributes.year()));
    }

    static Rest read(String stored) {
        return JSON.readValue(stored, Rest.class);
    }

    SearchDocument document(
            DocumentKey key,
            long version,
            String title,
            String body,
            @Nullable String externalId,
            @Nullable String uri,
            Instant updatedAt,
            String summary) {
        return new SearchDocument(
                key,
                version,
                new SearchText(title, topics, headings, body, authors, doctors, doi),
                new Attributes(externalId, uri, specialty, classifications, language, year, updatedAt, summary));
    }
}
