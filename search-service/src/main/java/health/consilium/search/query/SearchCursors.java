package health.consilium.search.query;

import health.consilium.defaults.paging.Cursors;
import health.consilium.search.index.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors that hold the place in a list, and the state of the index it was read from. */
record SearchCursors(Cursors cursors) {

    private static final int KEYS = 3;

    @Nullable
    String cursor(@Nullable Position position, SearchCriteria criteria) {
        return position == null
                ? null
                : cursors.encode(list(criteria), List.of(position.snapshot(), position.sortKey(), position.tieBreak()));
    }

    @Nullable
    Position position(@Nullable String cursor, SearchCriteria criteria) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        List<String> keys = cursors.decode(list(criteria), cursor, KEYS);
        return new Position(keys.get(0), keys.get(1), keys.get(2));
    }

    private static String list(SearchCriteria criteria) {
        return "search " + criteria.fingerprint();
    }
}
