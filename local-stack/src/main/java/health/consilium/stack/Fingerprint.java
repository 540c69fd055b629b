package health.consilium.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short checksum for names of things that must be made anew when their ingredients change. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of the text of all ingredients, in order. */
    public static String of(Object... ingredients) {
        return of(List.of(ingredients).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the bytes. */
    public static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
