/** Synonyms read, checked, replaced and spread. */
@NullMarked
package health.consilium.search.vocabulary.synonyms;

import org.jspecify.annotations.NullMarked;
