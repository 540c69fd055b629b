package health.consilium.qa.question;

import java.security.MessageDigest;

/** How an import recognises a question ({@code key}, within its source) and what it last said ({@code hash}). */
@SuppressWarnings("ArrayRecordComponent")
public record ImportStamp(String key, byte[] hash) {

    /** Whether both say the same of the same question. */
    public boolean matches(ImportStamp other) {
        return key.equals(other.key) && MessageDigest.isEqual(hash, other.hash);
    }
}
