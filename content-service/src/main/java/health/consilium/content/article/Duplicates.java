package health.consilium.content.article;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemType;
import org.springframework.dao.DuplicateKeyException;

/** The problems of ids and uris that belong to other articles. */
public final class Duplicates {

    private static final ProblemType ID = new ProblemType("duplicate-id", 409, "Id already in use");
    private static final ProblemType URI = new ProblemType("duplicate-uri", 409, "Uri already in use");

    private Duplicates() {}

    public static ProblemException id(String id) {
        return new ProblemException(ID, "There is an article with the id '%s' already.".formatted(id));
    }

    public static ProblemException uri(String uri, String owner) {
        return new ProblemException(URI, "The uri '%s' belongs to the article '%s'.".formatted(uri, owner));
    }

    /** Somebody else was faster. */
    public static ProblemException of(DuplicateKeyException taken) {
        return concernsUri(taken)
                ? new ProblemException(URI, "Another article took the uri a moment ago. Choose another.")
                : new ProblemException(ID, "Another article took the id a moment ago. Choose another.");
    }

    /** Whether it is the uri that another article has, not the id. */
    public static boolean concernsUri(DuplicateKeyException taken) {
        return String.valueOf(taken.getMessage()).contains("article_uri_taken");
    }
}
