package health.consilium.search.index;

import org.jspecify.annotations.Nullable;

/** The engine can't do its work just now; the same may go well later. */
public class SearchIndexUnavailable extends SearchIndexException {

    public SearchIndexUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
