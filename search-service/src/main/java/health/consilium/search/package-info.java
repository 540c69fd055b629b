/** The one ranked search over articles, questions and papers, fed by Kafka alone. */
@NullMarked
package health.consilium.search;

import org.jspecify.annotations.NullMarked;
