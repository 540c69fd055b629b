package health.consilium.gateway.auth;

import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.problem.Problems;
import health.consilium.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every API path needs a valid token but these; which role a path needs is known to its service. */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {

    private static final String[] OPEN = {"/api/v1/health", "/api/v1/problems", "/api/v1/problems/*"};

    @Bean
    AccessRules gatewayRules() {
        RequestMatcher elsewhere = new NegatedRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"));
        return authorize -> authorize
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .requestMatchers(elsewhere)
                .permitAll();
    }

    /** Who may do what at the identity provider, it decides itself; its answers keep the headers it gave them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain signIn(SignInPaths paths) {
        return new DefaultSecurityFilterChain(paths);
    }

    /** A span and a timer for each security filter would cost more than the token check. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall unambiguousPaths() {
        return new UnambiguousPaths();
    }

    @Bean
    RequestRejectedHandler rejectedRequests(Problems problems) {
        return (request, response, rejected) -> problems.write(
                request,
                response,
                ProblemTypes.INVALID_REQUEST,
                "The address or a header has a form that could be read in two ways.");
    }
}
