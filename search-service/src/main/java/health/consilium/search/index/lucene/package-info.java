/** The index embedded in the process, on Lucene; offsets live in the commit, so they can't disagree with it. */
@NullMarked
package health.consilium.search.index.lucene;

import org.jspecify.annotations.NullMarked;
