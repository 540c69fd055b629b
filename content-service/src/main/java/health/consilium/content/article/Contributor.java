package health.consilium.content.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person of the byline in one role: author, proofreader, editor, reviewer or the source's own word. */
public record Contributor(
        @NotBlank @Size(max = 50) String role,
        @NotBlank @Size(max = 300) String name) {}
