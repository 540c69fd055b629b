package health.consilium.content.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A term of the classification tree; without an id it gets the one its name stands for. */
public record Classification(
        @Nullable @Size(max = 100) String id,
        @NotBlank @Size(max = 200) String name) {

    /** The term of a name, as imports give it. */
    public static Classification named(String name) {
        return new Classification(null, name).identified();
    }

    Classification identified() {
        String trimmed = PlainText.of(name);
        return new Classification((id == null || id.isBlank()) ? Slug.of(trimmed, "term") : PlainText.of(id), trimmed);
    }
}
