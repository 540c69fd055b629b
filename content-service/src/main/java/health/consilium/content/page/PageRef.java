package health.consilium.content.page;

import org.jspecify.annotations.Nullable;

/** Enough of an article to link to it. */
public record PageRef(String id, @Nullable String uri, String title) {}
