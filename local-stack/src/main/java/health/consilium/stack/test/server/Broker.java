package health.consilium.stack.test.server;

/** A Kafka broker. */
public interface Broker extends TestServer {
    /** Where clients find it, also while it is away. */
    String bootstrapServers();

    /** Stops it and starts another one without any data at the same address. */
    void replace();
}
