package health.consilium.qa.question;

import org.jspecify.annotations.Nullable;

/** Where an imported question was taken from. */
public record Source(
        String name, @Nullable String url, @Nullable String licence) {}
