package health.consilium.qa.question;

import org.jspecify.annotations.Nullable;

/** Whom a question is about where that is not the asker. */
public record Patient(@Nullable AgeBand ageBand, @Nullable Sex sex) {}
