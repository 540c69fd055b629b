package health.consilium.content.article;

import org.jspecify.annotations.Nullable;

/** Something that sanitising took out: an element, or an attribute of one, and how often. */
public record Removal(String element, @Nullable String attribute, int count) {}
