package health.consilium.acceptance.platform;

import java.util.Locale;

/** The platform's processes, named as the launcher names them. */
public enum Part {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    CONTENT,
    QA,
    SEARCH,
    GATEWAY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
