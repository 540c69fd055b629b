package health.consilium.qa.question;

import java.security.MessageDigest;

/** Which record of which source a question was imported from, and what that record last said. */
@SuppressWarnings("ArrayRecordComponent")
public record ImportStamp(Key key, byte[] hash) {

    /** How a source's record is recognised; the source without a name is empty. */
    public record Key(String source, String id) {}

    /** Whether both say the same of the same question. */
    public boolean matches(ImportStamp other) {
        return key.equals(other.key) && MessageDigest.isEqual(hash, other.hash);
    }
}
