package health.consilium.gateway;

import health.consilium.stack.test.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A running gateway with real Keycloak tokens, in front of the services of {@link Services}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealServers(kafka = false)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "consilium.security.clock-skew=0s",
            "consilium.gateway.response-timeout=1s",
            "consilium.gateway.stream-idle-timeout=20s",
            "consilium.gateway.cross-origin.allowed-origins=https://answers.example"
        })
@ContextConfiguration(initializers = Services.class, classes = GatewayApplication.class)
public @interface GatewayTest {}
