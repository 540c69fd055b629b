package health.consilium.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Keycloak with the local realm, as a process of its own; it outlives the JVM unless closed. */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private KeycloakServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Makes what is made once per machine. */
    public static void prepare(Consumer<String> progress) {
        KeycloakInstallation.prepare(progress);
    }

    /** Starts the server on the home's data, or on a new copy of the realm; returns when it is ready. */
    public static KeycloakServer start(Path home, int port, int managementPort, Path log, Consumer<String> progress) {
        return awaitReady(launch(home, port, managementPort, log, progress), port, managementPort, log);
    }

    /** Starts the process and returns at once, except for what has to be prepared once per machine. */
    public static Process launch(Path home, int port, int managementPort, Path log, Consumer<String> progress) {
        KeycloakInstallation installation = KeycloakInstallation.prepare(progress);
        try {
            installation.furnish(home);
        } catch (IOException e) {
            throw new ServerFailure("Keycloak's folder %s could not be set up.".formatted(home), e);
        }
        return installation.start(home, port, managementPort).start(home, log);
    }

    /** Whether the server with this management port says that it is ready. */
    public static boolean isReady(int managementPort) {
        return Readiness.answers(URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort)));
    }

    static KeycloakServer awaitReady(Process process, int port, int managementPort, Path log) {
        if (!Readiness.await(process.toHandle(), START_LIMIT, () -> isReady(managementPort))) {
            process.destroyForcibly();
            throw new ServerFailure("Keycloak did not become ready; its log %s says why.".formatted(log));
        }
        return new KeycloakServer(process, port);
    }

    /** The realm's issuer, as it stands in tokens. */
    public static URI issuer(int port) {
        return URI.create("http://localhost:%d/realms/consilium".formatted(port));
    }

    public URI issuer() {
        return issuer(port);
    }

    public TokenEndpoint tokens() {
        return new TokenEndpoint(issuer());
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(20));
    }

    /** True if it went by itself. */
    boolean stop(Duration grace) {
        return RunningProcess.of(process()).stop(StopSignal.TERMINATE, grace);
    }
}
