package health.consilium.stack.platform;

import health.consilium.stack.ServerFailure;
import java.util.List;
import java.util.Map;

/** How a platform of containers is started: with new images or those there are, and with how many replicas. */
public record ContainerOptions(Map<String, String> environment, boolean build, Map<String, Integer> scales) {
    static final ContainerOptions NONE = new ContainerOptions(Map.of(), false, Map.of());

    private static final List<String> SCALABLE = List.of("content-service", "qa-service", "search-service");

    public ContainerOptions {
        scales.forEach((service, number) -> {
            if (!SCALABLE.contains(service) || number < 1) {
                throw new ServerFailure("--scale %s=%d is not possible: give one of %s a number from 1."
                        .formatted(service, number, String.join(", ", SCALABLE)));
            }
        });
    }
}
