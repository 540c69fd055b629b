package health.consilium.stack.platform;

import java.util.HashMap;
import java.util.Map;

/** What the compose file asks its environment for; secrets are made at the first start and kept in the home. */
record ComposeEnvironment(Home home, Map<String, String> chosen) {
    private static final Map<String, String> FILES = Map.of(
            "CONSILIUM_POSTGRES_PASSWORD", "postgres-password",
            "CONSILIUM_CONTENT_DB_PASSWORD", "content-db-password",
            "CONSILIUM_QA_DB_PASSWORD", "qa-db-password",
            "CONSILIUM_KEYCLOAK_DB_PASSWORD", "keycloak-db-password",
            "CONSILIUM_KEYCLOAK_ADMIN_PASSWORD", "keycloak-admin-password",
            "CONSILIUM_CURSOR_KEY", "cursor-key");

    /** Whether they are still to be made, so that data which is there already can't be read with them. */
    boolean isIncomplete() {
        return !chosen.containsKey("CONSILIUM_POSTGRES_PASSWORD") && !home.hasSecret("postgres-password");
    }

    Map<String, String> variables(Ports ports, ComposeSettings settings) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "CONSILIUM_GATEWAY_PORT", Integer.toString(ports.of(Port.GATEWAY)),
                "CONSILIUM_PUBLIC_URL", settings.publicUrl().toString(),
                // so that docker-compose builds as docker compose does
                "DOCKER_BUILDKIT", "1",
                "COMPOSE_DOCKER_CLI_BUILD", "1",
                // the other search engine's container, which somebody may run beside ours
                "COMPOSE_IGNORE_ORPHANS", "1"));
        FILES.forEach((variable, file) -> {
            String own = chosen.get(variable);
            variables.put(variable, own == null ? home.secret(file) : own);
        });
        return variables;
    }
}
