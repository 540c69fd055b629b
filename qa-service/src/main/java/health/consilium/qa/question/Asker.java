package health.consilium.qa.question;

import org.jspecify.annotations.Nullable;

/** The asker as the public sees them: never the account. */
public record Asker(
        @Nullable String handle,
        @Nullable AgeBand ageBand,
        @Nullable Sex sex) {}
