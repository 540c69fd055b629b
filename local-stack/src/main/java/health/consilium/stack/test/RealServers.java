package health.consilium.stack.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring Boot test real servers, started at most once per JVM: {@code spring.datasource.*},
 * {@code spring.kafka.bootstrap-servers}, {@code consilium.search.opensearch.uris}, {@code consilium.security.issuer}
 * and {@code consilium.paging.cursor-key}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealServers {
    /** The stem of the database's name; each application context gets a new, empty database. Empty: none. */
    String postgres() default "";

    /** Whether a Kafka broker is needed; all contexts of the JVM share it and its topics. */
    boolean kafka() default true;

    /** Whether Keycloak with the local realm is needed; {@link Tokens} hands out its tokens. */
    boolean keycloak() default true;

    /** Whether an OpenSearch node is needed; all contexts of the JVM share it and its indices. */
    boolean opensearch() default false;
}
