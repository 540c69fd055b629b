package health.consilium.content.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where an article was taken from. */
public record Source(
        @NotBlank @Size(max = 300) String name,

        @Nullable @Pattern(regexp = "https?://\\S+", message = "must be an http or https address") @Size(max = 2000)
        String url,

        @Nullable @Size(max = 300) String licence) {

    Source tidied() {
        return new Source(PlainText.of(name), PlainText.orNull(url), PlainText.orNull(licence));
    }
}
