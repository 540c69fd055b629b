package health.consilium.stack.test;

import health.consilium.stack.test.server.TestServer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server that starts in the background when it is first asked for, and once only. */
final class SharedServer<T extends TestServer> {
    private final T server;
    private @Nullable CompletableFuture<T> start;

    SharedServer(T server) {
        this.server = server;
    }

    /** The server as it is, for what is known of it before it runs. */
    T unstarted() {
        return server;
    }

    /** The server once it takes clients. */
    synchronized CompletableFuture<T> started() {
        if (start == null) {
            start = CompletableFuture.supplyAsync(
                    () -> {
                        server.start();
                        return server;
                    },
                    runnable -> Thread.ofPlatform().daemon().start(runnable));
        }
        return start;
    }
}
