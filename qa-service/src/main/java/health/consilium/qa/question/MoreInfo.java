package health.consilium.qa.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Background beyond the answers; {@code reviewedBy} is the id of the doctor who vouches for it. */
public record MoreInfo(
        String text,
        Origin origin,
        @Nullable String model,
        @Nullable String reviewedBy) {

    /** Who or what wrote the text. */
    public enum Origin {
        HUMAN,
        MACHINE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Origin labelled(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Machine text stays back until a doctor has reviewed it. */
    public boolean isPublic() {
        return origin == Origin.HUMAN || reviewedBy != null;
    }
}
