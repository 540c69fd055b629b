/** Writing and reviewing drafts over HTTP. */
@NullMarked
package health.consilium.content.article.draft;

import org.jspecify.annotations.NullMarked;
