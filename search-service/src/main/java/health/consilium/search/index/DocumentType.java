package health.consilium.search.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be found. */
public enum DocumentType {
    ARTICLE,
    PAPER,
    QUESTION;

    /** The name on the wire, such as {@code article}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name, if there is one. */
    public static Optional<DocumentType> of(String value) {
        return Arrays.stream(values())
                .filter(type -> type.value().equals(value))
                .findFirst();
    }
}
