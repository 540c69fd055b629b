package health.consilium.stack.platform;

import health.consilium.stack.Fingerprint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What distinguishes a platform in containers from others on the same engine, and how the world names it. */
record ComposeSettings(String project, URI publicUrl) {
    /** A home of its own gets a project of its own, unless the environment names one. */
    static ComposeSettings of(Map<String, String> environment, Home home, Ports ports, Path repository) {
        String usual =
                home.equals(Home.of(Map.of(), repository)) ? "consilium" : "consilium-" + Fingerprint.of(home.folder());
        String project = environment.getOrDefault("CONSILIUM_COMPOSE_PROJECT", usual);
        String url = environment.getOrDefault(
                "CONSILIUM_PUBLIC_URL", ports.http(Port.GATEWAY).toString());
        return new ComposeSettings(project, URI.create(url.replaceFirst("/+$", "")));
    }

    /** Sign-in goes through the gateway. */
    URI issuer() {
        return URI.create(publicUrl + "/realms/consilium");
    }
}
