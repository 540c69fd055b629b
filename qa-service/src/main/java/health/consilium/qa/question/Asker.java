package health.consilium.qa.question;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The asker as the public sees them: never the account. */
public record Asker(
        @Nullable @Size(max = 40) String handle,
        @Nullable AgeBand ageBand,
        @Nullable Sex sex) {}
