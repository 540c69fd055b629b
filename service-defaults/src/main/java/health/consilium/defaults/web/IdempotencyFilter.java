package health.consilium.defaults.web;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the promise of {@code Idempotency-Key} on POST: the first response is stored in the very transaction of the
 * write it answers, so a retry, after a crash too, either finds both or neither.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final StoredResponses responses;
    private final TransactionTemplate transaction;
    private final Problems problems;

    IdempotencyFilter(StoredResponses responses, TransactionTemplate transaction, Problems problems) {
        this.responses = responses;
        this.transaction = transaction;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            String key = key(request);
            try (var repeatable = new RepeatableRequest(request)) {
                handle(scope(request.getUserPrincipal(), key), repeatable, buffered, chain);
            }
        } catch (ProblemException refused) {
            problems.write(request, buffered, refused);
        } catch (TransactionException | DataAccessException notStored) {
            buffered.reset();
            problems.writeFailure(request, buffered, notStored);
        }
        buffered.copyBodyToResponse();
    }

    private void handle(
            String scope, RepeatableRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        Exception failure = transaction.execute(status -> {
            if (responses.replay(scope, request.fingerprint(), response)) {
                return null;
            }
            try {
                chain.doFilter(request, response);
            } catch (IOException | ServletException thrown) {
                status.setRollbackOnly();
                return thrown;
            }
            if (response.getStatus() / 100 == 2) {
                responses.store(scope, request.fingerprint(), response);
            } else {
                status.setRollbackOnly();
            }
            return null;
        });
        rethrow(failure);
    }

    private static void rethrow(@Nullable Exception failure) throws IOException, ServletException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
    }

    private static String key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                            ProblemTypes.INVALID_REQUEST, "Idempotency-Key is 1 to 200 characters, a UUID for example.")
                    .error(HEADER, "must have 1 to 200 characters");
        }
        return key;
    }

    private static String scope(@Nullable Principal caller, String key) {
        String owner = caller == null ? "" : caller.getName();
        return HexFormat.of()
                .formatHex(RepeatableRequest.sha256((owner + "\n" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
