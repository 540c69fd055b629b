package health.consilium.stack.test.server;

import health.consilium.stack.Database;

/** A PostgreSQL server. */
public interface DatabaseServer extends TestServer {
    /** The database with its owner, both created if missing. */
    Database database(String name);
}
