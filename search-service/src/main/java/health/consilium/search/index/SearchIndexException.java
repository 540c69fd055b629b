package health.consilium.search.index;

import org.jspecify.annotations.Nullable;

/** The engine failed; what it holds is as of its last commit. */
public class SearchIndexException extends RuntimeException {

    public SearchIndexException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
