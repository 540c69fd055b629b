package health.consilium.search.index;

import java.time.Instant;

/** When an index was begun, and by what it is made. */
public record IndexOrigin(Instant begun, IndexRecipe recipe) {}
