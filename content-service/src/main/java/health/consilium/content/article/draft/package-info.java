/** Writing and reviewing drafts over HTTP, and the rules of what is written. */
@NullMarked
@NamedInterface("draft")
package health.consilium.content.article.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
