package health.consilium.stack.platform;

import health.consilium.stack.compose.Container;
import health.consilium.stack.platform.PartStatus.Condition;
import java.util.List;

/** A part as a service of the compose file; only the gateway can be reached from outside of the containers' networks. */
record ContainerPart(String name, String service, String url) {
    static List<ContainerPart> all(Ports ports) {
        return List.of(
                new ContainerPart("postgres", "postgres", "postgres:5432"),
                new ContainerPart("kafka", "kafka", "kafka:9092"),
                new ContainerPart("keycloak", "keycloak", "http://keycloak:8080"),
                new ContainerPart("content", "content-service", "http://content-service:8081"),
                new ContainerPart("qa", "qa-service", "http://qa-service:8082"),
                new ContainerPart("search", "search-service", "http://search-service:8083"),
                new ContainerPart("gateway", "gateway", ports.http(Port.GATEWAY).toString()));
    }

    List<Container> of(List<Container> all) {
        return all.stream()
                .filter(container -> container.service().equals(service))
                .toList();
    }

    /** A part of several containers is ready when all of them are. */
    Condition condition(List<Container> all) {
        List<Container> mine = of(all);
        if (mine.stream().noneMatch(Container::isRunning)) {
            return Condition.stopped;
        }
        return mine.stream().allMatch(Container::isReady) ? Condition.ready : Condition.starting;
    }
}
