package health.consilium.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Names one document; an id alone is unique only within its type. */
public record DocumentKey(DocumentType type, String id) {

    /** Puts equal results in the same order in every engine and every copy of an index. */
    public long tie() {
        return UUID.nameUUIDFromBytes(toString().getBytes(UTF_8)).getMostSignificantBits();
    }

    /** The key as one word, such as {@code article/first-aid}. */
    @Override
    public String toString() {
        return type.value() + "/" + id;
    }

    /** The key of that one word. */
    public static DocumentKey parse(String key) {
        int end = key.indexOf('/');
        DocumentType type = DocumentType.of(key.substring(0, end)).orElseThrow();
        return new DocumentKey(type, key.substring(end + 1));
    }
}
