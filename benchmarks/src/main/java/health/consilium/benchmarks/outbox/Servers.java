package health.consilium.benchmarks.outbox;

import health.consilium.stack.Folders;
import health.consilium.stack.FreePorts;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.KafkaProcess;
import health.consilium.stack.KafkaServer;
import health.consilium.stack.PostgresServer;
import health.consilium.stack.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL with its default durability and a Kafka broker, both processes of their own, on a folder of their own. */
final class Servers implements AutoCloseable {

    private final Path folder;
    private final PostgresServer postgres;
    private final Process kafka;
    private final String bootstrapServers;
    private final Thread stopper = Thread.ofPlatform().unstarted(this::stop);

    private Servers(Path folder, PostgresServer postgres, Process kafka, String bootstrapServers) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
        this.bootstrapServers = bootstrapServers;
    }

    static Servers start(Path parent) throws IOException {
        Files.createDirectories(parent);
        Path folder = Files.createTempDirectory(parent, "servers");
        List<Integer> ports = FreePorts.take(3);
        PostgresServer postgres = PostgresServer.start(new PostgresServer.Options(
                folder.resolve("postgres"), ports.get(0), folder.resolve("postgres.log"), true, "20GB"));
        Process kafka = java(
                        List.of("-Xmx1g"), KafkaProcess.command(folder.resolve("kafka"), ports.get(1), ports.get(2)))
                .start(folder, folder.resolve("kafka.log"));
        var servers = new Servers(folder, postgres, kafka, "localhost:" + ports.get(1));
        Runtime.getRuntime().addShutdownHook(servers.stopper);
        Readiness.await(kafka.toHandle(), Duration.ofMinutes(1), () -> KafkaServer.answers(ports.get(1)));
        return servers;
    }

    /** A place nobody has worked at: a new database and a new topic. */
    Workplace workplace(String name) {
        return Workplace.create(name, postgres.database(name), bootstrapServers, folder.resolve(name));
    }

    /** A JVM with this one's class path. */
    static JavaCommand java(List<String> flags, List<String> program) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return new JavaCommand(List.copyOf(all), program);
    }

    private void stop() {
        kafka.destroy();
        postgres.close();
        kafka.onExit().join();
        try {
            Folders.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopper);
        stop();
    }
}
