package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import java.util.Arrays;

/** Each of our services: what compose calls it, its port, and where it says that it serves. */
public enum Service {
    CONTENT("content-service", 8081, "/actuator/health/readiness"),
    QA("qa-service", 8082, "/actuator/health/readiness"),
    SEARCH("search-service", 8083, "/actuator/health/readiness"),
    /** Its health is on another port, inside the container alone; this says in public that it and a service serve. */
    GATEWAY("gateway", 8080, "/health");

    private final String composeName;
    private final int port;
    private final String ready;

    Service(String composeName, int port, String ready) {
        this.composeName = composeName;
        this.port = port;
        this.ready = ready;
    }

    /** The service of this name in docker-compose.yml. */
    public static Service named(String composeName) {
        return Arrays.stream(values())
                .filter(service -> service.composeName.equals(composeName))
                .findAny()
                .orElseThrow(() -> new ServerFailure("%s is none of our services.".formatted(composeName)));
    }

    int port() {
        return port;
    }

    String ready() {
        return ready;
    }

    @Override
    public String toString() {
        return composeName;
    }
}
