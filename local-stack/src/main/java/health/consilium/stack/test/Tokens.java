package health.consilium.stack.test;

import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.TokenEndpoint.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Access tokens of the local realm's users, from the Keycloak that {@link RealServers} starts. */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Map<String, Token> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    /** The token of member, doctor, editor, reviewer, moderator or ops. */
    public static String of(String username) {
        return fresh(username, endpoint -> endpoint.ofUser(username, username));
    }

    /** The token of a front end's server, which has no role. */
    public static String ofFrontEnd() {
        return fresh("consilium-frontend", endpoint -> endpoint.ofClient("consilium-frontend", "consilium-frontend"));
    }

    private static String fresh(String owner, Function<TokenEndpoint, Token> request) {
        return KNOWN.compute(owner, (name, known) -> isFresh(known) ? known : request.apply(endpoint()))
                .value();
    }

    private static boolean isFresh(@Nullable Token token) {
        return token != null && token.expiresAt().minus(MARGIN).isAfter(Instant.now());
    }

    private static TokenEndpoint endpoint() {
        return new TokenEndpoint(Servers.ofThisJvm().keycloak().started().join().issuer());
    }
}
