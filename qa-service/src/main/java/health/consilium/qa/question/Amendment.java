package health.consilium.qa.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a moderator replaces in a question; {@code null} leaves it as it is. */
public record Amendment(
        @Nullable String title,
        @Nullable String text,
        @Nullable String specialty,
        @Nullable List<String> topics,
        @Nullable String handle) {

    /** Whether nothing is replaced. */
    public boolean isEmpty() {
        return title == null && text == null && specialty == null && topics == null && handle == null;
    }
}
