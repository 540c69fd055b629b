package health.consilium.benchmarks.relevance.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.GatewayClient;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** The gateway of this machine's platform, waited for whenever it says that it is busy. */
public final class LocalGateway {
    private static final int MOST_ATTEMPTS = 30;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final GatewayClient client;

    LocalGateway(GatewayClient client) {
        this.client = client;
    }

    /** Where it is comes from CONSILIUM_GATEWAY_PORT and CONSILIUM_KEYCLOAK_PORT. */
    public static LocalGateway ofEnvironment() {
        var issuer = URI.create("http://localhost:%s/realms/consilium".formatted(port("KEYCLOAK", "8180")));
        var gateway = URI.create("http://localhost:" + port("GATEWAY", "8080"));
        return new LocalGateway(new GatewayClient(gateway, new TokenEndpoint(issuer)));
    }

    GatewayClient client() {
        return client;
    }

    /** The answer, whatever its status; 429 and 503 are tried again when they say so. */
    Answer send(Call call) {
        Answer answer = client.send(call);
        for (int attempt = 1; attempt < MOST_ATTEMPTS && isBusy(answer); attempt++) {
            LockSupport.parkNanos(wait(answer.header("Retry-After")).toNanos());
            answer = client.send(call);
        }
        return answer;
    }

    /** The answer of a request that has to succeed. */
    Answer require(Call call) {
        Answer answer = send(call);
        if (!answer.isSuccess()) {
            String path = call.path().replaceFirst("\\?.*", "");
            throw new ServerFailure("%s %s was answered: %s".formatted(call.method(), path, answer.problem()));
        }
        return answer;
    }

    private static Duration wait(String retryAfter) {
        return Duration.ofSeconds(retryAfter.matches("\\d{1,3}") ? Integer.parseInt(retryAfter) : 1);
    }

    private static boolean isBusy(Answer answer) {
        return answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
    }

    private static String port(String part, String usual) {
        return Objects.requireNonNullElse(System.getenv("CONSILIUM_" + part + "_PORT"), usual);
    }
}
