package health.consilium.defaults.security;

import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.problem.Problems;
import health.consilium.defaults.web.WebAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes a service a resource server of the realm; roles are {@code realm_access.roles} of the token. */
@AutoConfiguration(
        after = WebAutoConfiguration.class,
        before = {OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityAutoConfiguration {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final long MILLIS_BETWEEN_KEY_READS = 10_000;
    private static final int LARGEST_KEY_SET = 1 << 20;

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, ObjectProvider<AccessRules> rules, Problems problems) {
        AuthenticationEntryPoint unauthenticated = unauthenticated(problems);
        AccessDeniedHandler forbidden = (request, response, denied) ->
                problems.write(request, response, ProblemTypes.FORBIDDEN, "Your token's roles do not allow this.");
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(authorize -> {
                    authorize
                            .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    authorize
                            .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/actuator/info", "/v3/**")
                            .permitAll();
                    rules.orderedStream().forEach(rule -> rule.apply(authorize));
                    authorize.requestMatchers("/actuator/**").denyAll();
                    authorize.anyRequest().authenticated();
                })
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityAutoConfiguration::authentication))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden)
                        .withObjectPostProcessor(new FailuresToEntryPoint(unauthenticated)))
                .build();
    }

    @Bean
    JwtDecoder jwtDecoder(SecuritySettings settings) throws MalformedURLException {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(settings))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var timestamps = new JwtTimestampValidator(settings.clockSkew());
        timestamps.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timestamps,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience()))));
        return refusingUnknownKeys(decoder);
    }

    /** A key id asked for too often is one nobody knows: its token is refused, and the issuer left in peace. */
    private static JwtDecoder refusingUnknownKeys(JwtDecoder decoder) {
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtException failure) {
                if (failure.getCause() instanceof RateLimitReachedException) {
                    throw new BadJwtException("The token's key is not known", failure);
                }
                throw failure;
            }
        };
    }

    /** The issuer's keys; read again at intervals and for a key id not seen before, and kept while it is down. */
    private static JWKSource<SecurityContext> keys(SecuritySettings settings) throws MalformedURLException {
        var http = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET);
        return JWKSourceBuilder.<SecurityContext>create(
                        URI.create(settings.keys()).toURL(), http)
                .cache(settings.keyRefresh().toMillis(), CONNECT_MILLIS + READ_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(
                        Math.min(MILLIS_BETWEEN_KEY_READS, settings.keyRefresh().toMillis() / 2))
                .outageTolerant(settings.keyRetention().toMillis())
                .build();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    private static AbstractAuthenticationToken authentication(Jwt token) {
        String[] authorities =
                Caller.roles(token).stream().map(role -> "ROLE_" + role).toArray(String[]::new);
        return new JwtAuthenticationToken(token, AuthorityUtils.createAuthorityList(authorities));
    }

    /** Says what is wrong by RFC 6750's code alone; the decoder's words and our addresses stay inside. */
    private static String challenge(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                ? "Bearer error=\"%s\"".formatted(refused.getError().getErrorCode())
                : "Bearer";
    }

    private static AuthenticationEntryPoint unauthenticated(Problems problems) {
        return (request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                problems.writeFailure(request, response, failure);
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(failure));
            problems.write(
                    request,
                    response,
                    ProblemTypes.UNAUTHENTICATED,
                    "Send a valid access token: Authorization: Bearer <token>.");
        };
    }

    /** Lets the entry point answer, too, when a token could not be checked at all. */
    private record FailuresToEntryPoint(AuthenticationEntryPoint entryPoint)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            var handler = new AuthenticationEntryPointFailureHandler(entryPoint);
            handler.setRethrowAuthenticationServiceException(false);
            filter.setAuthenticationFailureHandler(handler);
            return filter;
        }
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer view,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (request.getUserPrincipal() instanceof JwtAuthenticationToken authentication) {
                return Caller.of(authentication.getToken());
            }
            throw new IllegalStateException("A route with a caller needs a token");
        }
    }
}
