package health.consilium.stack.compose;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A command of this machine with the environment it needs. */
public record Command(List<String> words, Map<String, String> environment) {
    /** What it printed and how it ended. */
    public record Output(int exitCode, List<String> lines, String errors) {
        public boolean isSuccess() {
            return exitCode == 0;
        }
    }

    /** In this program's own environment. */
    public static Command of(List<String> words) {
        return new Command(words, Map.of());
    }

    Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(List.copyOf(all), environment);
    }

    /** Runs it to its end; a command that is not there ends with 127, as in a shell. */
    public Output run() {
        try {
            Process process = builder().start();
            CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            String output = read(process.getInputStream());
            return new Output(
                    process.waitFor(), output.lines().toList(), errors.join().strip());
        } catch (IOException e) {
            return new Output(127, List.of(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted.", e);
        }
    }

    /** Starts it with output and errors appended to the log. */
    public Process start(Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return start(builder().redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())));
        } catch (IOException e) {
            throw new ServerFailure("%s can't be written.".formatted(log), e);
        }
    }

    /** Starts it with output and errors where this program's go. */
    public Process show() {
        return start(builder().redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT));
    }

    /** Starts it with its output left to be read, and its errors forgotten. */
    Process listen() {
        return start(builder().redirectError(Redirect.DISCARD));
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ServerFailure("%s can't be run (%s).".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
