package health.consilium.qa.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whom a question is about: its asker or somebody else. */
public enum Subject {
    SELF,
    OTHER,
    UNKNOWN;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Subject labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
