package health.consilium.defaults.security;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who sent the request, as their token says; {@code id} and {@code name} never go into logs or events. */
public record Caller(
        String id,
        @Nullable String name,
        Set<String> roles,
        @Nullable String doctorId,
        Set<String> specialties) {

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** The roles alone, so that a log can't tell who it was. */
    @Override
    public String toString() {
        return "Caller" + roles;
    }

    static Caller of(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "every token has a subject"),
                token.getClaimAsString("name"),
                roles(token),
                token.getClaimAsString("doctor_id"),
                strings(token.getClaims().get("specialties")));
    }

    static Set<String> roles(Jwt token) {
        return token.getClaims().get("realm_access") instanceof Map<?, ?> access
                ? strings(access.get("roles"))
                : Set.of();
    }

    private static Set<String> strings(@Nullable Object claim) {
        return claim instanceof List<?> values
                ? Set.copyOf(values.stream().map(String::valueOf).toList())
                : Set.of();
    }
}
