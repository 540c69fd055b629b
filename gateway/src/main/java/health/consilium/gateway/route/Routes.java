package health.consilium.gateway.route;

import static java.util.Objects.requireNonNull;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import health.consilium.gateway.auth.SignInPaths;
import health.consilium.gateway.upstream.GatewaySettings;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The list of what each service answers; paths go through as they came. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> contentRoutes(GatewaySettings settings) {
        return to(
                "content",
                settings.contentUrl(),
                "articles",
                "comments",
                "classifications",
                "papers",
                "imports",
                "link-report",
                "review-report");
    }

    @Bean
    RouterFunction<ServerResponse> qaRoutes(GatewaySettings settings) {
        return to(
                "qa",
                settings.qaUrl(),
                "questions",
                "moderation",
                "doctor",
                "doctors",
                "answers",
                "specialties",
                "topics",
                "faqs",
                "question-imports",
                "me");
    }

    @Bean
    RouterFunction<ServerResponse> searchRoutes(GatewaySettings settings) {
        return to("search", settings.searchUrl(), "search");
    }

    @Bean
    @ConditionalOnProperty("consilium.gateway.identity-provider-url")
    RouterFunction<ServerResponse> signInRoutes(GatewaySettings settings) {
        return to("identity-provider", requireNonNull(settings.identityProviderUrl()), SignInPaths.PATTERNS.stream());
    }

    private static RouterFunction<ServerResponse> to(String service, URI address, String... resources) {
        return to(service, address, Stream.of(resources).map(resource -> "/api/v1/" + resource + "/**"));
    }

    private static RouterFunction<ServerResponse> to(String service, URI address, Stream<String> patterns) {
        RequestPredicate itsPaths = patterns.map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return route(service).before(uri(address)).route(itsPaths, http()).build();
    }
}
