package health.consilium.qa.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A person's sex as told by the asker. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNDISCLOSED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sex labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
