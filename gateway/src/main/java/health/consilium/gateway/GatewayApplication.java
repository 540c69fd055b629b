package health.consilium.gateway;

import java.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one public door of the platform. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    static void main(String[] arguments) {
        // before anybody looks up the first name: replicas come and go by the second
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
