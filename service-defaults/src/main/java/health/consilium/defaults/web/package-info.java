/** HTTP conventions every service keeps: entity tags, change tokens, idempotency keys, body limits. */
@NullMarked
package health.consilium.defaults.web;

import org.jspecify.annotations.NullMarked;
