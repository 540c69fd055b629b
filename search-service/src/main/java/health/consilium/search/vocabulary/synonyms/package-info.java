/** The set of synonyms in force: read and replaced over HTTP, carried to all replicas by a compacted topic. */
@NullMarked
package health.consilium.search.vocabulary.synonyms;

import org.jspecify.annotations.NullMarked;
