package health.consilium.benchmarks.speed;

import health.consilium.stack.TokenEndpoint;
import java.time.Instant;
import java.util.function.Supplier;

/** A token of a reader of the local realm, asked for again before it ends. */
final class Tokens implements Supplier<String> {
    private static final String READER = "member";

    private final TokenEndpoint endpoint;
    private TokenEndpoint.Token token;

    Tokens(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
        this.token = endpoint.ofUser(READER, READER);
    }

    @Override
    public synchronized String get() {
        if (Instant.now().plusSeconds(30).isAfter(token.expiresAt())) {
            token = endpoint.ofUser(READER, READER);
        }
        return token.value();
    }
}
