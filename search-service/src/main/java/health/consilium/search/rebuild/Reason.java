package health.consilium.search.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why an index is rebuilt. */
enum Reason {
    /** An operator asked for it. */
    @JsonProperty("request")
    REQUEST,
    /** The service makes other terms of texts than the index has. */
    @JsonProperty("analysis")
    ANALYSIS,
    /** The service has another model than the index's vectors. */
    @JsonProperty("model")
    MODEL;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
