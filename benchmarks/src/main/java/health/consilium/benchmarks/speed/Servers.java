package health.consilium.benchmarks.speed;

import health.consilium.benchmarks.speed.SpeedBenchmark.Options;
import health.consilium.stack.FreePorts;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.KafkaProcess;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.Readiness;
import health.consilium.stack.RunningProcess;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What is measured, as processes of their own with the flags of a server: a broker, our two services, OpenSearch. */
final class Servers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> SERVER = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");
    private static final List<String> NATIVE =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final String issuer;
    private final List<Integer> ports = FreePorts.take(6);
    /** What ends them, the last started first. */
    private final Deque<Runnable> running = new ArrayDeque<>();

    Servers(Path folder, String issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /** A broker that has the platform's questions, and their vectors where they are wanted. */
    void kafka(Copies questions, Options options) throws ExecutionException, InterruptedException {
        Process broker = new JavaCommand(
                        List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")),
                        KafkaProcess.command(folder.resolve("kafka"), ports.get(0), ports.get(1)))
                .start(folder, folder.resolve("kafka.log"));
        keep(broker);
        Readiness.await(broker.toHandle(), PATIENCE, () -> KafkaServer.answers(ports.get(0)));
        questions.publish(bootstrap(), Copies.TOPIC, options.copies());
        if (options.vectors()) {
            Copies.of(options.kafka(), options.vectorTopic()).publish(bootstrap(), options.vectorTopic(), 1);
        }
    }

    /** Our search, ready when it has read everything; the time it took is printed. */
    ProcessHandle search(boolean vectors) throws IOException {
        long started = System.nanoTime();
        ProcessHandle search = service(
                "search-service",
                ports.get(2),
                Map.of(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrap(),
                        "CONSILIUM_SEARCH_DIRECTORY",
                        folder.resolve("index").toString(),
                        "CONSILIUM_SEARCH_VECTORS_ENABLED",
                        Boolean.toString(vectors)));
        System.err.printf("search-service read everything in %.1f s%n", (System.nanoTime() - started) / 1e9);
        return search;
    }

    ProcessHandle gateway() throws IOException {
        return service(
                "gateway",
                ports.get(3),
                Map.of(
                        "MANAGEMENT_SERVER_PORT", Integer.toString(ports.get(4)),
                        "CONSILIUM_GATEWAY_SEARCH_URL", searchUri().toString()));
    }

    OpenSearchServer opensearch() {
        OpenSearchServer node = OpenSearchServer.start(
                folder.resolve("opensearch"), ports.get(5), folder.resolve("opensearch.log"), SERVER);
        running.push(node::close);
        return node;
    }

    URI searchUri() {
        return URI.create("http://localhost:" + ports.get(2));
    }

    URI gatewayUri() {
        return URI.create("http://localhost:" + ports.get(3));
    }

    private String bootstrap() {
        return "localhost:" + ports.get(0);
    }

    private ProcessHandle service(String name, int port, Map<String, String> environment) throws IOException {
        Process process = new JavaCommand(SERVER, List.of("-jar", jar(name).toString()), environment)
                .withFlags(NATIVE)
                .withEnvironment(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "CONSILIUM_SECURITY_ISSUER",
                        issuer,
                        "CONSILIUM_PAGING_CURSOR_KEY",
                        "only-for-a-measurement"))
                .start(folder, folder.resolve(name + ".log"));
        keep(process);
        int management = name.equals("gateway") ? ports.get(4) : port;
        URI readiness = URI.create("http://localhost:%d/actuator/health/readiness".formatted(management));
        if (!Readiness.await(process.toHandle(), PATIENCE, () -> Readiness.answers(readiness))) {
            throw new ServerFailure("%s did not get ready; see %s".formatted(name, folder.resolve(name + ".log")));
        }
        return process.toHandle();
    }

    private static Path jar(String module) throws IOException {
        Path target = Path.of(System.getProperty("consilium.root"), module, "target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            return jars.iterator().next();
        }
    }

    private void keep(Process process) {
        running.push(() -> RunningProcess.of(process.toHandle()).stop(StopSignal.TERMINATE, Duration.ofSeconds(30)));
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().run();
        }
    }
}
