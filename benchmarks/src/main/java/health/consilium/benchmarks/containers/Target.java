package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.platform.ComposePlatform;
import java.net.URI;
import java.util.Objects;
import picocli.CommandLine.Option;

/** Which platform is measured. */
final class Target {
    @Option(
            names = "--project",
            defaultValue = "consilium",
            paramLabel = "NAME",
            description = "As compose names the running platform; ${DEFAULT-VALUE} unless given.")
    private String project = "consilium";

    /** Where it is comes from CONSILIUM_PUBLIC_URL or CONSILIUM_GATEWAY_PORT, as for compose. */
    ComposePlatform platform() {
        String port = Objects.requireNonNullElse(System.getenv("CONSILIUM_GATEWAY_PORT"), "8080");
        String address = Objects.requireNonNullElse(System.getenv("CONSILIUM_PUBLIC_URL"), "http://localhost:" + port);
        return new ComposePlatform(project, URI.create(address));
    }
}
