package health.consilium.qa;

import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import health.consilium.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RouteAccess {

    @Bean
    AccessRules routeRoles() {
        return authorize -> authorize
                .requestMatchers(POST, "/api/v1/questions")
                .hasRole("member")
                .requestMatchers("/api/v1/me/**")
                .hasRole("member")
                .requestMatchers("/api/v1/moderation/**", "/api/v1/questions/*/moderation")
                .hasRole("moderator")
                .requestMatchers("/api/v1/question-imports/**")
                .hasRole("moderator")
                .requestMatchers(POST, "/api/v1/questions/*/answers")
                .hasRole("doctor")
                .requestMatchers(PATCH, "/api/v1/answers/*")
                .hasRole("doctor")
                .requestMatchers(PUT, "/api/v1/questions/*/more-info")
                .hasAnyRole("editor", "doctor");
    }
}
