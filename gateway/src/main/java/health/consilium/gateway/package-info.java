/** The one public door: routes, token checks, one problem format; it knows no domain types. */
@NullMarked
package health.consilium.gateway;

import org.jspecify.annotations.NullMarked;
