package health.consilium.content.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last snapshot of a withdrawn article: nothing but its identity. */
record WithdrawnDocument(
        String id,
        @Nullable String uri,
        String status,
        long version,
        @Nullable Instant withdrawnAt) {}
