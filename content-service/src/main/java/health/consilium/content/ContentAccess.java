package health.consilium.content;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import health.consilium.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what here; reading what is public takes any valid token. */
@Configuration(proxyBeanMethods = false)
class ContentAccess {

    private static final String ARTICLES = "/api/v1/articles";

    @Bean
    AccessRules accessRules() {
        return authorize -> authorize
                .requestMatchers(POST, ARTICLES)
                .hasRole("editor")
                .requestMatchers(GET, ARTICLES + "/{id}/draft", ARTICLES + "/{id}/reviews")
                .hasAnyRole("editor", "reviewer")
                .requestMatchers(ARTICLES + "/{id}/draft")
                .hasRole("editor")
                .requestMatchers(ARTICLES + "/{id}/reviews")
                .hasRole("reviewer")
                .requestMatchers(PUT, ARTICLES + "/{id}/publication", ARTICLES + "/{id}/uri")
                .hasRole("editor")
                .requestMatchers(DELETE, ARTICLES + "/{id}/publication")
                .hasRole("editor")
                .requestMatchers("/api/v1/imports/**")
                .hasRole("editor");
    }
}
