package health.consilium.search.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a rebuild is. */
public enum RebuildState {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED;

    /** The name on the wire, such as {@code running}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
