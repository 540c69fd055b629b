package health.consilium.search.index;

import java.util.List;

/**
 * A document that is in the index.
 *
 * @param vectors of its passages; none while they are not known
 */
public record IndexedDocument(SearchDocument document, List<float[]> vectors) {}
