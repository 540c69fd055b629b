package health.consilium.search.vector.background;

import health.consilium.search.index.DocumentKey;

/** Tells which vectors need not be computed. */
@FunctionalInterface
interface KnownVectors {

    /** Whether the vectors of this text of a document are there already. */
    boolean has(DocumentKey key, long fingerprint);
}
