package health.consilium.stack.test.server;

/** Where a JVM's test servers come from; those it gives are not started yet. */
public interface ServerSource extends AutoCloseable {
    DatabaseServer databaseServer();

    Broker broker();

    IdentityProvider identityProvider();

    OpenSearchNode openSearchNode();

    /** Ends all that it gave. */
    @Override
    void close();
}
