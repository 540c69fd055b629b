package health.consilium.search.index.opensearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Attributes;
import health.consilium.search.index.Name;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as the cluster gets it: terms and values to find it by, and the document itself, which alone is kept. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindableDocument(
        List<String> all,
        List<String> name,
        List<String> whole,
        List<String> word,
        List<String> title,
        List<String> author,
        List<String> doctor,
        @Nullable String doi,
        String type,
        @Nullable String specialty,
        List<String> classification,
        @Nullable String language,
        @Nullable Integer year,
        long updatedAt,
        long tie,
        @JsonUnwrapped NameFields names,
        List<String> suggestHas,
        SearchDocument document,
        @Nullable Integer passageCount,
        @Nullable List<Passage> passages) {

    static FindableDocument of(SearchDocument document, List<float[]> vectors, AnalysedText analysed) {
        SearchText text = document.text();
        Attributes attributes = document.attributes();
        List<String> everything = Section.valuesOf(text);
        return new FindableDocument(
                analysed.of(IndexField.ALL, everything),
                analysed.of(IndexField.NAME, text.names()),
                analysed.of(IndexField.WHOLE, text.names()),
                analysed.of(IndexField.WORD, everything),
                analysed.of(IndexField.TITLE, List.of(text.title())),
                analysed.of(IndexField.AUTHOR, text.authors()),
                analysed.of(IndexField.DOCTOR, text.doctors()),
                text.doi() == null ? null : analysed.identifier(text.doi()),
                document.key().type().value(),
                attributes.specialty(),
                attributes.classifications(),
                attributes.language(),
                attributes.year(),
                attributes.updatedAt().toEpochMilli(),
                document.key().tie(),
                NameFields.of(text.title(), analysed.analysis()),
                Name.of(document).stream().map(Name::id).map(DocumentId::of).toList(),
                document,
                vectors.isEmpty() ? null : vectors.size(),
                vectors.isEmpty() ? null : vectors.stream().map(Passage::new).toList());
    }

    /** About how many characters are sent. */
    int size() {
        int dimensions =
                passages == null ? 0 : passages.size() * passages.getFirst().vector().length;
        return 4 * document.text().body().length() + 12 * dimensions + 1_000;
    }

    /** A part of the text that has a vector of its own. */
    @SuppressWarnings("ArrayRecordComponent")
    record Passage(float[] vector) {}
}
