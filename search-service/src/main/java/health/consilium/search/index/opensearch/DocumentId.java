package health.consilium.search.index.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.index.DocumentKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What something is called in the cluster: its key or name, or a digest of it where that is too long. */
final class DocumentId {

    /** In bytes; the cluster takes 512. */
    private static final int LONGEST = 500;

    private DocumentId() {}

    static String of(DocumentKey key) {
        return of(key.toString());
    }

    static String of(String name) {
        byte[] bytes = name.getBytes(UTF_8);
        return bytes.length <= LONGEST ? name : name.substring(0, name.indexOf('/')) + "#" + digest(bytes);
    }

    private static String digest(byte[] name) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
