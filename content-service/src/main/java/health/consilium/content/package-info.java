/** Articles and papers: written, reviewed, published, moved, withdrawn and imported. */
@NullMarked
package health.consilium.content;

import org.jspecify.annotations.NullMarked;
