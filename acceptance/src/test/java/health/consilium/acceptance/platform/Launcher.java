package health.consilium.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./consilium} as a person at a terminal would, with a home and ports of its own. */
public record Launcher(Path repository, Map<String, String> environment) {
    /** What a command said and how it ended. */
    public record Run(int exitCode, String output, String errors, Duration took) {
        /** Fails with all it said unless it ended well. */
        public Run succeeded() {
            if (exitCode != 0) {
                throw new AssertionError("exit code %d\n%s\n%s".formatted(exitCode, output, errors));
            }
            return this;
        }
    }

    /** Runs a command to its end; one that takes longer than the limit is killed and fails. */
    public Run run(Duration limit, String... arguments) {
        try {
            Path output = Files.createTempFile("consilium-", ".out");
            Path errors = Files.createTempFile("consilium-", ".err");
            try {
                return run(limit, List.of(arguments), output, errors);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command that goes on until it is told to stop; what it says goes to the file. */
    public Process start(Path output, String... arguments) {
        try {
            return start(List.of(arguments), output, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(List<String> arguments, Path output, Path errors) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(repository.resolve("consilium").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Run run(Duration limit, List<String> arguments, Path output, Path errors)
            throws IOException, InterruptedException {
        Instant start = Instant.now();
        Process process = start(arguments, output, errors);
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroy();
            throw new AssertionError("./consilium %s took longer than %s\n%s\n%s"
                    .formatted(arguments, limit, Files.readString(output), Files.readString(errors)));
        }
        Duration took = Duration.between(start, Instant.now());
        return new Run(process.exitValue(), Files.readString(output), Files.readString(errors), took);
    }
}
