package health.consilium.content.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as it is stored: whole milliseconds, so that what is read back is what was written. */
public final class Moments {

    private Moments() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
