package health.consilium.qa.question;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort by the time they were made (UUID version 7, RFC 9562). */
public final class Uuids {

    /** The path variable {@code id}: what has not the form of an id is not found. */
    public static final String PATH = "/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    /** The last id's time and, in the lowest bits, its number within that millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuids() {}

    /** A new id, greater than every id this process made before. */
    public static UUID next() {
        // the number starts in the lower half, so that it seldom runs over into the next millisecond
        long earliest = (System.currentTimeMillis() << COUNTER_BITS) | RANDOM.nextInt(1 << (COUNTER_BITS - 1));
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, earliest));
        long time = ((stamp >>> COUNTER_BITS) << 16) | 0x7000L | (stamp & 0xfff);
        long random = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(time, random);
    }
}
