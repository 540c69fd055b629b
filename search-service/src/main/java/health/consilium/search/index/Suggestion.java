package health.consilium.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who types may want to find.
 *
 * @param document whose title it is, for titles only
 * @param matches where it begins like the words typed
 */
public record Suggestion(String text, Kind kind, @Nullable DocumentKey document, List<Span> matches) {

    /** What a suggestion is the name of. */
    public enum Kind {
        TITLE,
        TOPIC,
        DOCTOR,
        SPECIALTY
    }
}
