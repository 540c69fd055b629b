/** Spelling, and synonyms found in queries. */
@NullMarked
package health.consilium.search.vocabulary;

import org.jspecify.annotations.NullMarked;
