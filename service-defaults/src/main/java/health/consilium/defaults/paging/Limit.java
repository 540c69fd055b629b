package health.consilium.defaults.paging;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import org.jspecify.annotations.Nullable;

/** How many items a page holds: 1 to 100, 20 unless told. */
public record Limit(int value) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    /** The limit a caller asked for; outside 1 to 100 it is an invalid request. */
    public static Limit of(@Nullable Integer asked) {
        int value = asked == null ? DEFAULT : asked;
        if (value < 1 || value > MOST) {
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "limit is a number from 1 to 100.")
                    .error("limit", "must be from 1 to 100");
        }
        return new Limit(value);
    }
}
