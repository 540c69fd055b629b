package health.consilium.gateway.auth;

import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** What browsers are told: which front ends may call, and that nothing here is a page to frame or to run. */
@Configuration(proxyBeanMethods = false)
class BrowserAccess {

    private static final int BEFORE_TOKEN_CHECKS = -110;

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(
            CrossOriginSettings settings, SignInPaths signIn, Problems problems) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "If-Match",
                "If-None-Match",
                "Idempotency-Key",
                "Last-Event-ID",
                "traceparent"));
        allowed.setExposedHeaders(List.of("ETag", "Location", "Link", "Change-Token", "Retry-After", "Allow"));
        allowed.setMaxAge(settings.remember());
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        var filter = new CorsFilter(source) {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                // whose pages may ask for tokens, the identity provider knows for each of its clients
                return signIn.matches(request);
            }
        };
        filter.setCorsProcessor(refusingWithProblems(problems));
        var registration = new FilterRegistrationBean<CorsFilter>(filter);
        registration.setOrder(BEFORE_TOKEN_CHECKS);
        registration.setEnabled(!settings.allowedOrigins().isEmpty());
        return registration;
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> pageHeaders(SignInPaths signIn) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new PageHeaders(signIn));
        registration.setOrder(BEFORE_TOKEN_CHECKS - 1);
        return registration;
    }

    private static DefaultCorsProcessor refusingWithProblems(Problems problems) {
        return new DefaultCorsProcessor() {
            @Override
            public boolean processRequest(
                    @Nullable CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                boolean accepted = super.processRequest(allowed, request, response);
                if (!accepted) {
                    problems.write(
                            request,
                            response,
                            ProblemTypes.FORBIDDEN,
                            "Pages of this origin may not call the API, or not with this method or header.");
                }
                return accepted;
            }

            @Override
            protected void rejectRequest(ServerHttpResponse response) {
                // the problem is the answer
            }
        };
    }
}
