package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.platform.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The last figures of each phase, and the report that they make. */
final class Results {
    private static final Path BENCHMARKS =
            Path.of(System.getProperty("consilium.root", "..")).resolve("benchmarks");
    private static final Path SECTIONS = BENCHMARKS.resolve("target/containers");
    private static final Path REPORT = BENCHMARKS.resolve("results/containers.md");
    private static final List<String> PHASES = List.of(
            "spread", "kills", "kills with pauses", "cut content-service", "cut search-service", "memory", "starts");

    @Option(
            names = "--report",
            description = "Also write the last figures of every phase to benchmarks/results/containers.md.")
    private boolean report;

    /** Prints a phase's figures and keeps them until it is measured again. */
    void keep(String phase, String command, Section figures) throws IOException {
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        String text = "## %s%n`benchmarks/run containers %s`, %s%n%n%s"
                .formatted(phase.substring(0, 1).toUpperCase(Locale.ROOT) + phase.substring(1), command, time, figures);
        System.out.println(text);
        Files.createDirectories(SECTIONS);
        Files.writeString(section(phase), text);
        if (report) {
            write();
        }
    }

    boolean isReportWanted() {
        return report;
    }

    /** Writes all that was kept, by whichever runs. */
    void write() throws IOException {
        StringBuilder text = new StringBuilder(head());
        for (String phase : PHASES) {
            if (Files.exists(section(phase))) {
                text.append('\n').append(Files.readString(section(phase)));
            }
        }
        Files.writeString(REPORT, text);
        System.out.println("Written: benchmarks/results/containers.md");
    }

    private static Path section(String phase) {
        return SECTIONS.resolve(phase.replace(' ', '-') + ".md");
    }

    private static String head() throws IOException {
        Engine engine = new Engine();
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
        return """
                # The platform in containers

                Measured with docker-compose.yml on one machine of %d cores and %d GB, with the load generator beside everything
                measured; Docker %s, kernel %s; PostgreSQL, Kafka and Keycloak are %s.

                ```
                docker compose up --detach --scale search-service=3 --scale content-service=2 --scale qa-service=2
                ```

                Aims: no read fails while replicas come and go, nothing is lost or out of order by a cut from Kafka, and what is behind
                can be seen. Times are seconds unless told.
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(Long.parseLong(memory) / 1048576.0),
                        engine.run("version", "--format={{.Server.Version}}").strip(),
                        System.getProperty("os.version", "").replaceFirst("-.*", ""),
                        isOffline(engine) ? "the stand-ins of `deploy/offline`" : "the official images");
    }

    private static boolean isOffline(Engine engine) {
        return engine.run("images", "--filter=label=health.consilium.inputs", "--format={{.Repository}}")
                .lines()
                .anyMatch("postgres"::equals);
    }
}
