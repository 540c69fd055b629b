package health.consilium.search.index.lucene;

import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.SearchText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;

/** The kinds of text within the one field that holds them all, told apart by where each begins. */
record Sections(List<String> values, List<Integer> starts) {

    private static final int GAP_BETWEEN_VALUES = 1;
    private static final MatchedOn[] ORDER = {
        MatchedOn.BODY, MatchedOn.TITLE, MatchedOn.TOPIC, MatchedOn.HEADING, MatchedOn.AUTHOR, MatchedOn.DOCTOR
    };

    static Sections of(SearchText text) {
        List<List<String>> kinds = List.of(
                List.of(text.body()),
                List.of(text.title()),
                text.topics(),
                text.headings(),
                text.authors(),
                text.doctors());
        List<String> values = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int end = 0;
        for (List<String> kind : kinds) {
            starts.add(end);
            values.addAll(kind);
            end += kind.stream()
                    .mapToInt(value -> value.length() + GAP_BETWEEN_VALUES)
                    .sum();
        }
        return new Sections(values, starts);
    }

    StoredField stored() {
        ByteBuffer bytes = ByteBuffer.allocate(starts.size() * Integer.BYTES);
        starts.forEach(bytes::putInt);
        return new StoredField(Fields.SECTIONS, bytes.array());
    }

    /** The kind of text at an offset, given what {@link #stored()} made. */
    static MatchedOn at(int offset, BytesRef stored) {
        ByteBuffer starts = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
        MatchedOn kind = ORDER[0];
        for (MatchedOn candidate : ORDER) {
            if (starts.getInt() <= offset) {
                kind = candidate;
            }
        }
        return kind;
    }
}
