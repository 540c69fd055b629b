package health.consilium.acceptance.platform;

import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.TokenEndpoint.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the demo users and of a front end's server, asked for again before they end. */
public final class Accounts {
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final String FRONT_END = "consilium-frontend";

    private final TokenEndpoint endpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Accounts(URI issuer) {
        this.endpoint = new TokenEndpoint(issuer);
    }

    public String token(User user) {
        return fresh(user.toString(), () -> endpoint.ofUser(user.toString(), user.toString()));
    }

    public String frontEndToken() {
        return fresh(FRONT_END, () -> endpoint.ofClient(FRONT_END, FRONT_END));
    }

    /** What a user's token says. */
    public JsonNode claims(User user) {
        String claims = token(user).split("\\.", -1)[1];
        return new JsonMapper().readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }

    private String fresh(String owner, Supplier<Token> request) {
        return tokens.compute(owner, (name, known) -> isFresh(known) ? known : request.get())
                .value();
    }

    private static boolean isFresh(@Nullable Token token) {
        return token != null && token.expiresAt().minus(MARGIN).isAfter(Instant.now());
    }
}
