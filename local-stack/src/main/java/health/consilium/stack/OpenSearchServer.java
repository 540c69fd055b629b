package health.consilium.stack;

import health.consilium.stack.opensearch.OpenSearchNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An OpenSearch node without plugins, as a process with a class path of its own; it ends with this JVM at the latest. */
public final class OpenSearchServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final List<String> QUICK_START =
            List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> ALWAYS = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-modules=jdk.incubator.vector");

    private final Process process;
    private final int port;

    private OpenSearchServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a small node on the folder's data, or on none; returns when it answers. */
    public static OpenSearchServer start(Path folder, int port, Path log) {
        return start(folder, port, log, QUICK_START);
    }

    /** The same with other flags for heap, collector and compiler. */
    public static OpenSearchServer start(Path folder, int port, Path log, List<String> flags) {
        Process process = command(folder, port).withFlags(flags).start(folder, log);
        OpenSearchServer server = new OpenSearchServer(process, port);
        URI health = server.uri().resolve("/_cluster/health");
        if (!Readiness.await(server.process(), START_LIMIT, () -> Readiness.answers(health))) {
            server.close();
            throw new ServerFailure("OpenSearch did not start; its log %s says why.".formatted(log));
        }
        return server;
    }

    /** Where it answers HTTP requests. */
    public URI uri() {
        return uri(port);
    }

    /** Where the node with this port answers. */
    public static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        RunningProcess.of(process()).stop(StopSignal.TERMINATE, STOP_LIMIT);
    }

    private static JavaCommand command(Path folder, int port) {
        return new JavaCommand(
                ALWAYS,
                List.of(
                        "-D%s=%d"
                                .formatted(
                                        OpenSearchNode.FOLLOW,
                                        ProcessHandle.current().pid()),
                        "-cp",
                        classPath(),
                        OpenSearchNode.class.getName(),
                        folder.toString(),
                        "cluster.name=consilium",
                        "network.host=127.0.0.1",
                        "http.port=" + port,
                        "transport.port=0",
                        "action.auto_create_index=false",
                        "cluster.routing.allocation.disk.threshold_enabled=false"));
    }

    private static String classPath() {
        try (InputStream libraries = OpenSearchNode.class.getResourceAsStream("/opensearch.classpath")) {
            if (libraries == null) {
                throw new IOException("local-opensearch was built without opensearch.classpath");
            }
            URI node = OpenSearchNode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(node) + File.pathSeparator + new String(libraries.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | URISyntaxException e) {
            throw new ServerFailure("OpenSearch's libraries were not found: build local-opensearch.", e);
        }
    }
}
