package health.consilium.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a document is found; plain text throughout.
 *
 * @param title the title or the question asked
 * @param topics names and synonyms of what it is about; they weigh like the title
 * @param headings headings and other short lines
 * @param body the running text, from which excerpts are cut; its whitespace is single spaces
 */
public record SearchText(
        String title,
        List<String> topics,
        List<String> headings,
        String body,
        List<String> authors,
        List<String> doctors,
        @Nullable String doi) {

    /** What the document is called: its title and its topics. */
    public List<String> names() {
        return Stream.concat(Stream.of(title), topics.stream()).toList();
    }

    /** Tells texts apart whose title or body differ: 64 bits. */
    public long fingerprint() {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(title.length()).array());
        digest.update(title.getBytes(UTF_8));
        return ByteBuffer.wrap(digest.digest(body.getBytes(UTF_8))).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyRuntimeHasIt) {
            throw new IllegalStateException(everyRuntimeHasIt);
        }
    }
}
