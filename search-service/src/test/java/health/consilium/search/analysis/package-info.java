@NullMarked
package health.consilium.search.analysis;

import org.jspecify.annotations.NullMarked;
