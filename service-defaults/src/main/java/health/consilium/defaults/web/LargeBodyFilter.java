package health.consilium.defaults.web;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes a large body in whole before it is handled, so that no slow sender holds a database connection. */
final class LargeBodyFilter extends OncePerRequestFilter {

    private final WebSettings settings;
    private final Problems problems;

    LargeBodyFilter(WebSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !settings.takesLargeBodies(request.getRequestURI())
                || request.getHeader(IdempotencyFilter.HEADER) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var whole = new RepeatableRequest(request)) {
            chain.doFilter(whole, response);
        } catch (ProblemException refused) {
            problems.write(request, response, refused);
        }
    }
}
