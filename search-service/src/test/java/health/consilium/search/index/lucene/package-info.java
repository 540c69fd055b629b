/** What only the embedded engine promises: where and how it keeps the index. */
@NullMarked
package health.consilium.search.index.lucene;

import org.jspecify.annotations.NullMarked;
