package health.consilium.search.vector;

import java.util.Locale;

/** Whether vectors can be computed. */
public enum VectorState {
    OFF,
    LOADING,
    READY,
    FAILED;

    /** The name on the wire, such as {@code ready}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
