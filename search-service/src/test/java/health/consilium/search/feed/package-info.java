/** The way from Kafka into the index. */
@NullMarked
package health.consilium.search.feed;

import org.jspecify.annotations.NullMarked;
