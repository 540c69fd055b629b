package health.consilium.content.paper;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Digital object identifiers in the one form in which they can be compared. */
public final class Doi {

    private static final Pattern FORM =
            Pattern.compile("(?i)^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/\\S{1,300})$");

    private Doi() {}

    /** The DOI in lower case without a resolver's address; {@code null} where there is none. */
    public static @Nullable String normalise(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Matcher form = FORM.matcher(written.strip());
        return form.matches() ? form.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
