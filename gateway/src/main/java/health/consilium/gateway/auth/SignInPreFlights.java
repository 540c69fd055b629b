package health.consilium.gateway.auth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a browser's question before a request to the identity provider through to it, instead of Spring answering that:
 * Spring knows such a question by one header, asked for by its name. Among all headers, from which it is passed on, the
 * header stays.
 */
@Configuration(proxyBeanMethods = false)
class SignInPreFlights {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> signInPreFlightsFilter(SignInPaths signIn) {
        return new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !signIn.matches(request);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                chain.doFilter(new Plain(request), response);
            }
        });
    }

    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD.equals(name) ? null : super.getHeader(name);
        }
    }
}
