package health.consilium.qa.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a question stands. */
public enum QuestionState {
    SUBMITTED,
    PUBLISHED,
    ANSWERED,
    REJECTED,
    WITHDRAWN;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether everyone may read a question in this state. */
    public boolean isPublic() {
        return this == PUBLISHED || this == ANSWERED;
    }

    /** The state of that label. */
    public static QuestionState labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
