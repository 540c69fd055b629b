package health.consilium.stack.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A compose command under way, and the sentence to fail with; what it says goes to a log. */
record ComposeRun(Process process, Path log, String failure) {
    static ComposeRun of(Command command, Path log, String failure) {
        return new ComposeRun(command.start(log), log, failure);
    }

    /** Whether it has ended well; fails if it has ended otherwise. */
    boolean hasEnded() {
        if (process.isAlive()) {
            return false;
        }
        if (process.exitValue() != 0) {
            throw new ServerFailure("%s (%s): see %s.".formatted(failure, lastLine(), log));
        }
        return true;
    }

    /** Returns when it has ended well. */
    void await() {
        process.onExit().join();
        hasEnded();
    }

    /** What it has begun by then may go on. */
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLine() {
        try {
            return Files.readAllLines(log).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((first, second) -> second)
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "it said nothing";
        }
    }
}
