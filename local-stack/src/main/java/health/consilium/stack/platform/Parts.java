package health.consilium.stack.platform;

import health.consilium.stack.Database;
import health.consilium.stack.Fingerprint;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.KafkaProcess;
import health.consilium.stack.KeycloakServer;
import health.consilium.stack.PostgresServer;
import health.consilium.stack.Readiness;
import health.consilium.stack.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All parts of the platform, those that others need first. */
final class Parts {
    private static final List<String> KAFKA_FLAGS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=stack-logback.xml");

    private final Home home;
    private final Ports ports;
    private final Services services;

    private Parts(Home home, Ports ports, Services services) {
        this.home = home;
        this.ports = ports;
        this.services = services;
    }

    static List<Part> of(Home home, Ports ports, Services services) {
        return new Parts(home, ports, services).all();
    }

    private List<Part> all() {
        return List.of(
                new Part(
                        "postgres",
                        "localhost:" + ports.of(Port.POSTGRES),
                        List.of(),
                        StopSignal.INTERRUPT,
                        this::postgres,
                        () -> PostgresServer.isReady(home.data("postgres"), ports.of(Port.POSTGRES))),
                new Part(
                        "kafka",
                        "localhost:" + ports.of(Port.KAFKA),
                        List.of(),
                        StopSignal.TERMINATE,
                        this::kafka,
                        () -> Readiness.accepts(ports.of(Port.KAFKA))),
                new Part(
                        "keycloak",
                        ports.http(Port.KEYCLOAK).toString(),
                        List.of(),
                        StopSignal.TERMINATE,
                        this::keycloak,
                        () -> KeycloakServer.isReady(ports.of(Port.KEYCLOAK_MANAGEMENT))),
                service(Port.CONTENT, "content-service", List.of("postgres", "kafka")),
                service(Port.QA, "qa-service", List.of("postgres", "kafka")),
                service(Port.SEARCH, "search-service", List.of("kafka")),
                service(Port.GATEWAY, "gateway", List.of()));
    }

    private Part service(Port port, String module, List<String> needs) {
        Port management = port == Port.GATEWAY ? Port.GATEWAY_MANAGEMENT : port;
        URI health = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(ports.of(management)));
        return new Part(
                port.part(),
                ports.http(port).toString(),
                needs,
                StopSignal.TERMINATE,
                note -> service(port, module, note),
                () -> Readiness.answers(health));
    }

    private Part.Started postgres(Consumer<String> note) {
        PostgresServer server = PostgresServer.launch(
                new PostgresServer.Options(home.data("postgres"), ports.of(Port.POSTGRES), home.log("postgres"), true));
        return new Part.Started(
                server.process(), false, () -> List.of("content", "qa").forEach(server::database));
    }

    private Part.Started kafka(Consumer<String> note) throws IOException {
        String classes = System.getProperty("java.class.path");
        AotCache cache = AotCache.of(home.apps(), "kafka", Fingerprint.ofClassPath(classes), KAFKA_FLAGS);
        boolean training = cache.isMissing();
        JavaCommand command = new JavaCommand(
                        KAFKA_FLAGS,
                        Stream.concat(
                                        Stream.of("-cp", classes),
                                        KafkaProcess.command(
                                                home.data("kafka"),
                                                ports.of(Port.KAFKA),
                                                ports.of(Port.KAFKA_CONTROLLER))
                                                .stream())
                                .toList())
                .withFlags(cache.flags());
        return started(command, "kafka", training);
    }

    private Part.Started keycloak(Consumer<String> note) {
        Process process = KeycloakServer.launch(
                home.data("keycloak"),
                ports.of(Port.KEYCLOAK),
                ports.of(Port.KEYCLOAK_MANAGEMENT),
                home.log("keycloak"),
                note);
        return new Part.Started(process.toHandle(), false);
    }

    private Part.Started service(Port port, String module, Consumer<String> note) throws IOException {
        Services.Program program = services.program(port.part(), module);
        if (program.training()) {
            note.accept("first start of this build");
        }
        return started(program.command().withEnvironment(environment(port)), port.part(), program.training());
    }

    private Part.Started started(JavaCommand command, String part, boolean training) {
        Process process = command.start(home.data(part), home.log(part));
        return new Part.Started(process.toHandle(), training);
    }

    private Map<String, String> environment(Port port) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(ports.of(port)),
                "SERVER_ADDRESS", "127.0.0.1",
                "CONSILIUM_SECURITY_ISSUER",
                        KeycloakServer.issuer(ports.of(Port.KEYCLOAK)).toString(),
                "CONSILIUM_PAGING_CURSOR_KEY", home.secret("cursor-key"),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.of(Port.KAFKA)));
        switch (port) {
            case CONTENT, QA -> variables.putAll(database(port.part()));
            case SEARCH ->
                variables.put(
                        "CONSILIUM_SEARCH_DIRECTORY",
                        home.data("search").resolve("index").toString());
            case GATEWAY -> {
                variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.of(Port.GATEWAY_MANAGEMENT)));
                variables.put(
                        "CONSILIUM_GATEWAY_CONTENT_URL",
                        ports.http(Port.CONTENT).toString());
                variables.put("CONSILIUM_GATEWAY_QA_URL", ports.http(Port.QA).toString());
                variables.put(
                        "CONSILIUM_GATEWAY_SEARCH_URL", ports.http(Port.SEARCH).toString());
            }
            default -> throw new IllegalArgumentException(port.name());
        }
        return variables;
    }

    private Map<String, String> database(String name) {
        Database database = PostgresServer.databaseOf(ports.of(Port.POSTGRES), name);
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
    }
}
