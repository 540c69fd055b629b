package health.consilium.search.query;

import health.consilium.search.index.Span;
import java.util.List;

/**
 * A piece of a document's text around its best match.
 *
 * @param text plain text of at most 280 characters, cut between words; an ellipsis marks each cut
 * @param highlights the matches, as offsets into {@code text}
 * @param truncated whether there is more text
 */
record Excerpt(String text, List<Span> highlights, boolean truncated) {}
