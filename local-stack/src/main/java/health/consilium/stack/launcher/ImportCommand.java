package health.consilium.stack.launcher;

import health.consilium.stack.client.ImportJob;
import health.consilium.stack.client.Imports;
import health.consilium.stack.client.Upload;
import java.io.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports a file or a folder through the gateway, as an editor or a moderator. */
@Command(
        name = "import",
        description =
                "Imports a file, or a folder's files, through the gateway; exits with 1 when records are refused.")
final class ImportCommand extends PlatformCommand {
    private static final int WIDTH = 30;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "front-matter, paper-json (as editor), or questions (as moderator)")
    private String format = "";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "a document, NDJSON, an archive, or a folder of documents")
    private Path path = Path.of("");

    @Override
    public Integer call() {
        Imports imports = new Imports(launcher().gateway());
        boolean live =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Instant begin = Instant.now();
        ImportJob job;
        try (Upload upload = Upload.of(path)) {
            job = imports.run(format, upload, progress -> show(progress, live));
        }
        report(job, Duration.between(begin, Instant.now()));
        return job.counts().rejected() == 0 ? 0 : 1;
    }

    private void show(ImportJob job, boolean live) {
        if (live) {
            int done = job.total() == 0 ? 0 : WIDTH * job.processed() / job.total();
            out().printf("\r[%s%s] %d/%d", "#".repeat(done), ".".repeat(WIDTH - done), job.processed(), job.total());
            out().print(job.isCompleted() ? "\n" : "");
            out().flush();
        }
    }

    private void report(ImportJob job, Duration time) {
        ImportJob.Counts counts = job.counts();
        out().printf(
                        "%d records in %s (%.0f/s): %d created, %d updated, %d unchanged, %d rejected.%n",
                        job.total(),
                        ConsoleProgress.seconds(time),
                        job.total() * 1000.0 / Math.max(1, time.toMillis()),
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.rejected());
        job.rejected().forEach(rejected -> out().printf("  %s: %s%n", rejected.record(), rejected.reason()));
    }
}
