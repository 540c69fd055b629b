package health.consilium.gateway.auth;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages may call the API from a browser.
 *
 * @param allowedOrigins their origins, such as {@code https://answers.example}; none by default
 * @param remember how long a browser may remember the permission
 */
@ConfigurationProperties("consilium.gateway.cross-origin")
public record CrossOriginSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1h") Duration remember) {}
