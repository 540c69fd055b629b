package health.consilium.stack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a server wants to be asked to stop. */
public enum StopSignal {
    /** What JVMs understand. */
    TERMINATE {
        @Override
        void send(ProcessHandle process) {
            process.destroy();
        }
    },
    /** PostgreSQL's fast shutdown: SIGTERM would wait until every client has gone. */
    INTERRUPT {
        @Override
        void send(ProcessHandle process) {
            try {
                // the shell's own: small systems lack the program of that name
                new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    abstract void send(ProcessHandle process);
}
