package health.consilium.gateway.auth;

import health.consilium.gateway.upstream.GatewaySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The identity provider's own paths, if callers sign in through the gateway; its administration is none of them. */
@Component
public final class SignInPaths implements RequestMatcher {

    /** What a sign-in needs: the realms' pages and endpoints, and what the pages load. */
    public static final List<String> PATTERNS = List.of("/realms/**", "/resources/**");

    private final RequestMatcher paths;

    SignInPaths(GatewaySettings settings) {
        this.paths = settings.identityProviderUrl() == null ? request -> false : anyOfThem();
    }

    private static RequestMatcher anyOfThem() {
        var patterns = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                PATTERNS.stream().<RequestMatcher>map(patterns::matcher).toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return paths.matches(request);
    }
}
