package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.client.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running platform of docker-compose.yml. */
public final class ComposePlatform {
    private final Engine engine = new Engine();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();
    private final String project;
    private final TokenEndpoint tokens;
    private final GatewayClient gateway;

    /** Named as compose names it, with the address that its tokens name. */
    public ComposePlatform(String project, URI address) {
        this.project = project;
        this.tokens = new TokenEndpoint(address.resolve("/realms/consilium"));
        this.gateway = new GatewayClient(address, tokens);
    }

    public Engine engine() {
        return engine;
    }

    public GatewayClient gateway() {
        return gateway;
    }

    /** Asks this replica past the gateway. */
    public GatewayClient client(Container replica) {
        return new GatewayClient(replica.address(), tokens);
    }

    /** A service's running containers by name, or those of Kafka and the like. */
    public List<String> names(String composeService) {
        String names = engine.run(
                "ps",
                "--filter=label=com.docker.compose.project=" + project,
                "--filter=label=com.docker.compose.service=" + composeService,
                "--filter=label=com.docker.compose.oneoff=False",
                "--format={{.Names}}");
        if (names.isBlank()) {
            throw new ServerFailure("No container of %s runs: docker compose up --detach.".formatted(composeService));
        }
        return names.lines().sorted().toList();
    }

    public List<Container> replicas(Service service) {
        return names(service.toString()).stream()
                .map(name -> inspect(service, name))
                .toList();
    }

    public Container inspect(Service service, String name) {
        return Container.of(service, engine.inspect(name));
    }

    /** As the engine knows a network of docker-compose.yml. */
    public String network(String name) {
        return project + "_" + name;
    }

    public boolean isReady(Container replica) {
        return get(replica.address().resolve(replica.service().ready())).isPresent();
    }

    /** Empty while the replica does not answer. */
    public Optional<Metrics> metrics(Container replica) {
        return (replica.service() == Service.GATEWAY
                        ? ofGateway(replica)
                        : get(replica.address().resolve("/actuator/prometheus")))
                .map(text -> new Metrics(text.lines().toList()));
    }

    /** Its management port is reachable from inside alone, where bash is all that speaks HTTP. */
    private Optional<String> ofGateway(Container gateway) {
        try {
            return Optional.of(engine.run(
                    "exec",
                    gateway.name(),
                    "bash",
                    "-c",
                    "exec 3<>/dev/tcp/127.0.0.1/8079"
                            + " && printf 'GET /actuator/prometheus HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3"
                            + " && cat <&3"));
        } catch (ServerFailure notYet) {
            return Optional.empty();
        }
    }

    private Optional<String> get(URI uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }
}
