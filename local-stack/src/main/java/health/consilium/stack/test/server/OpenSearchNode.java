package health.consilium.stack.test.server;

import java.net.URI;

/** An OpenSearch node that is a cluster by itself. */
public interface OpenSearchNode extends TestServer {
    /** Where it answers HTTP requests, also while it is away. */
    URI uri();
}
