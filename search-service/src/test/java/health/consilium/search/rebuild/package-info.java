@NullMarked
package health.consilium.search.rebuild;

import org.jspecify.annotations.NullMarked;
