package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A container as it was when it was looked at; its address and process are others after another start. */
public record Container(
        Service service,
        String name,
        String image,
        long pid,
        Instant startedAt,
        Map<String, String> environment,
        long memoryLimit,
        Map<String, Attachment> networks) {

    /** Where it is on a network, and by which names the others find it there. */
    record Attachment(String address, List<String> aliases) {}

    static Container of(Service service, JsonNode inspected) {
        JsonNode config = inspected.path("Config");
        JsonNode state = inspected.path("State");
        return new Container(
                service,
                inspected.path("Name").asString("").replaceFirst("^/", ""),
                config.path("Image").asString(""),
                state.path("Pid").asLong(0),
                Instant.parse(state.path("StartedAt").asString("")),
                texts(config.path("Env"))
                        .collect(Collectors.toMap(
                                variable -> variable.replaceFirst("=.*", ""),
                                variable -> variable.replaceFirst("[^=]*=", ""))),
                inspected.path("HostConfig").path("Memory").asLong(0),
                networks(inspected));
    }

    private static Map<String, Attachment> networks(JsonNode inspected) {
        String id = inspected.path("Id").asString("");
        Map<String, Attachment> networks = new LinkedHashMap<>();
        inspected.path("NetworkSettings").path("Networks").properties().forEach(network -> {
            // the engine adds the short id by itself
            List<String> aliases = texts(network.getValue().path("Aliases"))
                    .filter(alias -> !id.startsWith(alias))
                    .toList();
            String address = network.getValue().path("IPAddress").asString("");
            networks.put(network.getKey(), new Attachment(address, aliases));
        });
        return networks;
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString);
    }

    /** Where this machine reaches the service in this container: on one of the engine's bridges. */
    public URI address() {
        return networks.entrySet().stream()
                .filter(network -> network.getKey().endsWith("_services"))
                .map(network -> network.getValue().address())
                .filter(Predicate.not(String::isEmpty))
                .map(host -> URI.create("http://%s:%d".formatted(host, service.port())))
                .findAny()
                .orElseThrow(() -> new ServerFailure("%s does not run.".formatted(name)));
    }
}
