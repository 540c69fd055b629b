package health.consilium.gateway.auth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a browser load, run and frame nothing from an answer; a page of ours replaces the policy with its own. */
final class PageHeaders extends OncePerRequestFilter {

    private final SignInPaths signIn;

    PageHeaders(SignInPaths signIn) {
        this.signIn = signIn;
    }

    /** The identity provider's pages have scripts and frames, and say themselves which. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return signIn.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }
}
