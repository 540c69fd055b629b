package health.consilium.search.index;

/** Names one document; an id alone is unique only within its type. */
public record DocumentKey(DocumentType type, String id) {

    /** The key as one word, such as {@code article/first-aid}. */
    @Override
    public String toString() {
        return type.value() + "/" + id;
    }
}
