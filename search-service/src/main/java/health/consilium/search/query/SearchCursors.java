package health.consilium.search.query;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.search.index.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors that hold the list they belong to, the place in it, and the state of the index it was read from. */
record SearchCursors(Cursors cursors) {

    private static final int KEYS = 4;

    @Nullable
    String cursor(@Nullable Position position, SearchCriteria criteria) {
        return position == null
                ? null
                : cursors.encode(
                        List.of(criteria.fingerprint(), position.snapshot(), position.sortKey(), position.tieBreak()));
    }

    @Nullable
    Position position(@Nullable String cursor, SearchCriteria criteria) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        List<String> keys = cursors.decode(cursor, KEYS);
        if (!keys.get(0).equals(criteria.fingerprint())) {
            throw new ProblemException(
                            ProblemTypes.INVALID_CURSOR,
                            "This cursor belongs to another search. Start again without one.")
                    .error("cursor", "is not a cursor of this list");
        }
        return new Position(keys.get(1), keys.get(2), keys.get(3));
    }
}
