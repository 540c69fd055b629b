package health.consilium.search.message;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What every state message has, as far as a search reads it. */
interface StateMessage {

    @Nullable
    String id();

    @Nullable
    String title();

    @Nullable
    String status();

    @Nullable
    Long version();

    /** The document to index; {@code changedAt} stands in where the message does not say when it changed. */
    SearchDocument document(DocumentKey key, long version, Instant changedAt, JsonMapper json);

    default boolean isWithdrawn() {
        return "withdrawn".equals(status());
    }
}
