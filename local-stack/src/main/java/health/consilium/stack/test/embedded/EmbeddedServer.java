package health.consilium.stack.test.embedded;

import health.consilium.stack.test.server.TestServer;
import org.jspecify.annotations.Nullable;

/** A server without a container: it runs from its start to its close. */
abstract class EmbeddedServer<S extends AutoCloseable> implements TestServer {
    private @Nullable S running;

    /** Starts the server on the data it had; returns when it takes clients. */
    abstract S launch();

    @Override
    public final synchronized void start() {
        if (running == null) {
            running = launch();
        }
    }

    @Override
    public final synchronized void stop() {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "%s did not stop".formatted(getClass().getSimpleName()), e);
        } finally {
            running = null;
        }
    }

    @Override
    public final void close() {
        stop();
    }
}
