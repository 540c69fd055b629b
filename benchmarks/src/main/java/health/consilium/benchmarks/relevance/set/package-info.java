/** Judged sets as plain files: a corpus in an import form, topics, TREC qrels, and how to search and count. */
@NullMarked
package health.consilium.benchmarks.relevance.set;

import org.jspecify.annotations.NullMarked;
