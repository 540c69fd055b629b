package health.consilium.search.index.opensearch;

/**
 * A document's version as the cluster counts it: a removal comes after the document it removes and before the next
 * version, so that whatever arrives late or twice is refused.
 */
final class DocumentVersion {

    private DocumentVersion() {}

    static long live(long version) {
        return version << 1;
    }

    static long removed(long version) {
        return live(version) + 1;
    }

    static boolean isRemoved(long counted) {
        return (counted & 1) == 1;
    }

    /** Our version again. */
    static long of(long counted) {
        return counted >> 1;
    }
}
