package health.consilium.stack.test.server;

/** A server for tests at an address that stays: nothing of it runs before its start, and a stop keeps its data. */
public interface TestServer extends AutoCloseable {
    /** Starts it on the data it had, if any; returns when it takes clients. */
    void start();

    /** Stops it gently; returns when it has gone. */
    void stop();

    /** Ends it for good; its data goes with this JVM at the latest. */
    @Override
    void close();
}
