package health.consilium.search.index.lucene;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Hit;
import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.SearchRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads the documents of a page, with what matched in them. */
final class HitReader {

    private static final Set<String> SHOWN = Set.of(
            Fields.ID,
            Fields.TITLE,
            Fields.BODY,
            Fields.SECTIONS,
            Fields.EXTERNAL_ID,
            Fields.URI,
            Fields.UPDATED_AT,
            Fields.SUMMARY);

    private final StoredFields stored;
    private final Highlights highlights;
    private final boolean byMeaning;

    HitReader(SearchRequest request, IndexSearcher searcher) throws IOException {
        this.stored = searcher.storedFields();
        this.highlights = new Highlights(searcher, request.wanted());
        this.byMeaning = request.dense() != null;
    }

    Hit read(int document, @Nullable Float score) throws IOException {
        Document fields = stored.document(document, SHOWN);
        String body = fields.get(Fields.BODY);
        Highlights.Found found = highlights.in(document, body.length(), fields.getBinaryValue(Fields.SECTIONS));
        Set<MatchedOn> kinds = found.kinds();
        return new Hit(
                DocumentKey.parse(fields.get(Fields.ID)),
                fields.get(Fields.EXTERNAL_ID),
                fields.get(Fields.URI),
                fields.get(Fields.TITLE),
                body,
                found.spans(),
                kinds.isEmpty() && byMeaning ? EnumSet.of(MatchedOn.MEANING) : kinds,
                score,
                Instant.ofEpochMilli(Objects.requireNonNull(fields.getField(Fields.UPDATED_AT))
                        .numericValue()
                        .longValue()),
                fields.get(Fields.SUMMARY));
    }

    void prefetch(int document) throws IOException {
        stored.prefetch(document);
    }
}
