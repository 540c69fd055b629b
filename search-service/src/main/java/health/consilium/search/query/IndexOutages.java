package health.consilium.search.query;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.problem.Problems;
import health.consilium.search.index.SearchIndexUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests that come while the engine of the index is away. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class IndexOutages {

    private static final Logger log = LoggerFactory.getLogger(IndexOutages.class);

    private final Problems problems;

    IndexOutages(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void unavailable(SearchIndexUnavailable outage, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn("A request could not be answered: {}", outage.getMessage());
        problems.write(
                request,
                response,
                new ProblemException(ProblemTypes.UNAVAILABLE, "The search can't be reached right now.")
                        .header("Retry-After", "1"));
    }
}
