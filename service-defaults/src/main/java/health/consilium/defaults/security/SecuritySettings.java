package health.consilium.defaults.security;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer the realm's URL, as it stands in the tokens
 * @param audience what a token's {@code aud} must contain
 * @param jwkSetUri where the realm's keys are read, when not below the issuer
 * @param clockSkew how far the issuer's clock may be off
 * @param keyRefresh how long the keys are used before they are read again
 * @param keyRetention how long the last keys are used while the issuer is down
 */
@ConfigurationProperties("consilium.security")
public record SecuritySettings(
        String issuer,
        @DefaultValue("consilium-api") String audience,
        @Nullable String jwkSetUri,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("5m") Duration keyRefresh,
        @DefaultValue("4h") Duration keyRetention) {

    public SecuritySettings {
        Objects.requireNonNull(issuer, "consilium.security.issuer says whose tokens are believed");
    }

    String keys() {
        return jwkSetUri == null ? issuer + "/protocol/openid-connect/certs" : jwkSetUri;
    }
}
