package health.consilium.stack.platform;

import java.util.Locale;

/** A port that a part of the platform listens on. */
public enum Port {
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(8079),
    CONTENT(8081),
    QA(8082),
    SEARCH(8083),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8190),
    POSTGRES(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The environment variable that sets it. */
    public String variable() {
        return "CONSILIUM_" + name() + "_PORT";
    }

    /** The part that listens. */
    String part() {
        return name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
    }
}
