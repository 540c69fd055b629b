package health.consilium.stack.test.server;

import java.net.URI;

/** Keycloak with the local realm. */
public interface IdentityProvider extends TestServer {
    /** The realm's issuer, known before Keycloak runs. */
    URI issuer();
}
