package health.consilium.benchmarks.speed;

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
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What is measured, as processes of their own with the flags of a server: a broker, our two services, OpenSearch. */
final class Servers implements AutoCloseable {
    static final String VECTORS = "consilium.search.vectors.bge-small-en-v1.5-q.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> SERVER = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");
    /** The last of them, as OpenSearch has it, lets Lucene use the processor's vector instructions. */
    private static final List<String> NATIVE = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-modules=jdk.incubator.vector");

    private final Path folder;
    private final String issuer;
    private final List<Integer> ports = FreePorts.take(7);
    /** What ends them, the last started first. */
    private final Deque<Runnable> running = new ArrayDeque<>();

    Servers(Path folder, String issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /** A broker with the topics that the services publish to, empty. */
    void kafka() throws ExecutionException, InterruptedException {
        Process broker = new JavaCommand(
                        List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")),
                        KafkaProcess.command(folder.resolve("kafka"), ports.get(0), ports.get(1)))
                .start(folder, folder.resolve("kafka.log"));
        keep(broker);
        Readiness.await(broker.toHandle(), PATIENCE, () -> KafkaServer.answers(ports.get(0)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createTopics(Stream.of(Questions.TOPIC, VECTORS)
                            .map(topic -> new NewTopic(topic, 6, (short) 1)
                                    .configs(Map.of(
                                            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Our search on Lucene; it answers before it has read everything. */
    ProcessHandle search(boolean vectors) throws IOException {
        return service(
                "search-service",
                "search-service",
                "liveness",
                ports.get(2),
                Map.of(
                        "CONSILIUM_SEARCH_DIRECTORY", index().toString(),
                        "CONSILIUM_SEARCH_VECTORS_ENABLED", Boolean.toString(vectors)));
    }

    /** Our search on an OpenSearch node, without vectors. */
    void searchOn(URI node) throws IOException {
        ProcessHandle started = service(
                "search-service",
                "search-service-on-opensearch",
                "readiness",
                ports.get(6),
                Map.of(
                        "CONSILIUM_SEARCH_ENGINE", "opensearch",
                        "CONSILIUM_SEARCH_OPENSEARCH_URIS", node.toString(),
                        "CONSILIUM_SEARCH_OPENSEARCH_REPLICAS", "0",
                        "CONSILIUM_SEARCH_VECTORS_ENABLED", "false"));
        System.err.printf("process %d asks OpenSearch%n", started.pid());
    }

    ProcessHandle gateway() throws IOException {
        return service(
                "gateway",
                "gateway",
                "readiness",
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

    Recorder recorder(URI node) throws IOException {
        Recorder recorder = Recorder.before(node);
        running.push(recorder::close);
        return recorder;
    }

    URI searchUri() {
        return URI.create("http://localhost:" + ports.get(2));
    }

    /** Our search whose index is on OpenSearch. */
    URI onOpenSearchUri() {
        return URI.create("http://localhost:" + ports.get(6));
    }

    Path index() {
        return folder.resolve("index");
    }

    URI gatewayUri() {
        return URI.create("http://localhost:" + ports.get(3));
    }

    String bootstrap() {
        return "localhost:" + ports.get(0);
    }

    private ProcessHandle service(String module, String name, String probe, int port, Map<String, String> environment)
            throws IOException {
        Process process = new JavaCommand(SERVER, List.of("-jar", jar(module).toString()))
                .withFlags(NATIVE)
                .withEnvironment(environment)
                .withEnvironment(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrap(),
                        "CONSILIUM_SECURITY_ISSUER",
                        issuer,
                        "CONSILIUM_PAGING_CURSOR_KEY",
                        "only-for-a-measurement"))
                .start(folder, folder.resolve(name + ".log"));
        keep(process);
        int management = module.equals("gateway") ? ports.get(4) : port;
        URI health = URI.create("http://localhost:%d/actuator/health/%s".formatted(management, probe));
        if (!Readiness.await(process.toHandle(), PATIENCE, () -> Readiness.answers(health))) {
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
