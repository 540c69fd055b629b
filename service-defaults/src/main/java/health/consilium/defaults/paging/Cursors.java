package health.consilium.defaults.paging;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes and reads cursors: a list and the sort keys of a page's last item, signed so that only ours are followed. */
public final class Cursors {

    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\u001f";
    private static final String ESCAPE = "\u001e";

    private final SecretKeySpec key;

    /** All instances of a service share {@code secret}, at least 16 characters long. */
    public Cursors(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("consilium.paging.cursor-key needs at least 16 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The opaque cursor that stands for these sort keys in the list of this name. */
    public String encode(String list, List<String> keys) {
        byte[] payload = Stream.concat(Stream.of(list), keys.stream())
                .map(Cursors::escaped)
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(sign(payload), SIGNATURE_BYTES + payload.length);
        System.arraycopy(payload, 0, signed, SIGNATURE_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The {@code size} sort keys in a cursor of the list; a forged or another list's is an invalid-cursor problem. */
    public List<String> decode(String list, String cursor, int size) {
        byte[] signed = bytes(cursor);
        if (signed.length <= SIGNATURE_BYTES) {
            throw invalid();
        }
        byte[] payload = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        if (!MessageDigest.isEqual(sign(payload), Arrays.copyOf(signed, SIGNATURE_BYTES))) {
            throw invalid();
        }
        List<String> parts = Arrays.stream(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1))
                .map(Cursors::plain)
                .toList();
        if (parts.size() != size + 1 || !parts.getFirst().equals(list)) {
            throw invalid();
        }
        return parts.subList(1, parts.size());
    }

    private static String escaped(String key) {
        return key.replace(ESCAPE, ESCAPE + "0").replace(SEPARATOR, ESCAPE + "1");
    }

    private static String plain(String key) {
        return key.replace(ESCAPE + "1", SEPARATOR).replace(ESCAPE + "0", ESCAPE);
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private byte[] sign(byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", impossible);
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                        ProblemTypes.INVALID_CURSOR,
                        "This cursor was not issued for this list. Start again without one.")
                .error("cursor", "is not a cursor of this list");
    }
}
