package health.consilium.search.index.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a document is called in the cluster: its key, or a digest of it where that is too long. */
final class DocumentId {

    /** In bytes; the cluster takes 512. */
    private static final int LONGEST = 500;

    private DocumentId() {}

    static String of(DocumentKey key) {
        byte[] name = key.toString().getBytes(UTF_8);
        return name.length <= LONGEST ? key.toString() : key.type().value() + "#" + digest(name);
    }

    /** The key of a name such as {@code article/first-aid}. */
    static DocumentKey key(String name) {
        int end = name.indexOf('/');
        return new DocumentKey(DocumentType.of(name.substring(0, end)).orElseThrow(), name.substring(end + 1));
    }

    private static String digest(byte[] name) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
