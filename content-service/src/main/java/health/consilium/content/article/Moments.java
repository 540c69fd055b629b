package health.consilium.content.article;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as they are stored: whole milliseconds, so that what is read back is what was written. */
public final class Moments {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Moments() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether it has a year of four digits, as RFC 3339 wants it. */
    public static boolean isOrdinary(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** Lets a user's time pass; one beyond RFC 3339 is a 400 problem at this pointer or parameter. */
    public static @Nullable Instant ordinary(@Nullable Instant time, String place) {
        if (time != null && !isOrdinary(time)) {
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "The request holds a time that cannot be.")
                    .error(place, "must be a time with a year of four digits");
        }
        return time;
    }
}
