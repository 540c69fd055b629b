package health.consilium.benchmarks.relevance.platform;

import java.util.Locale;

/** The ways in which the platform ranks. */
public enum SearchMode {
    LEXICAL,
    DENSE,
    HYBRID,
    /** As it comes, without saying how. */
    SERVED;

    /** The value of the search's parameter {@code mode}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    String parameter() {
        return this == SERVED ? "" : "&mode=" + value();
    }
}
