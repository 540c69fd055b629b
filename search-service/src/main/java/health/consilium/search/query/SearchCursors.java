package health.consilium.search.query;

import health.consilium.defaults.paging.Cursors;
import health.consilium.search.index.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors that hold the place in a list, the state of the index it was read from, and what it was found by. */
record SearchCursors(Cursors cursors) {

    private static final int KEYS = 4;

    @Nullable
    String cursor(@Nullable Position position, SearchMode mode, SearchCriteria criteria) {
        return position == null
                ? null
                : cursors.encode(
                        list(criteria),
                        List.of(position.snapshot(), position.sortKey(), position.tieBreak(), mode.value()));
    }

    /** The place a cursor names, or the beginning. */
    Place place(@Nullable String cursor, SearchCriteria criteria) {
        if (cursor == null || cursor.isBlank()) {
            return new Place(null, criteria.mode());
        }
        List<String> keys = cursors.decode(list(criteria), cursor, KEYS);
        Position position = new Position(keys.get(0), keys.get(1), keys.get(2));
        return new Place(position, SearchMode.of(keys.get(3)));
    }

    private static String list(SearchCriteria criteria) {
        return "search " + criteria.fingerprint();
    }

    /**
     * Where a page begins.
     *
     * @param mode what its list is found by
     */
    record Place(@Nullable Position position, SearchMode mode) {}
}
