package health.consilium.search.index;

/** The engine failed; what it holds is as of its last commit. */
public class SearchIndexException extends RuntimeException {

    public SearchIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
