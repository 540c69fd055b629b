/** The doctor Q&A: members ask, moderators decide what becomes public, doctors answer. */
@NullMarked
package health.consilium.qa;

import org.jspecify.annotations.NullMarked;
