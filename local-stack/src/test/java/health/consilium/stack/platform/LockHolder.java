package health.consilium.stack.platform;

import health.consilium.stack.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Another process that holds a lock until it is closed. */
public record LockHolder(Process process) implements AutoCloseable {
    /** Returns when the lock is held. */
    public static LockHolder of(Path lock) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"held".equals(process.inputReader().readLine())) {
            throw new IOException("the other process could not lock " + lock);
        }
        return new LockHolder(process);
    }

    /** Arguments: the lock's file. */
    public static void main(String... arguments) throws IOException {
        if (ProcessLock.on(Path.of(arguments[0])).acquire(Duration.ofSeconds(5))) {
            System.out.println("held");
            System.in.read();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
