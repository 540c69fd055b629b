package health.consilium.qa.question;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids that sort by the time they were made (UUID version 7). */
public final class Uuids {

    /** The path variable {@code id}: what has not the form of an id is not found. */
    public static final String PATH = "/{id:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    /** A new id. */
    public static UUID next() {
        long time = (System.currentTimeMillis() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long random = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(time, random);
    }
}
