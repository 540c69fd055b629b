package health.consilium.acceptance.badinput;

import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.platform.Accounts;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of token of the table by its name; those that are no user's name are not to be believed. */
final class BadTokens {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(6);

    private final Accounts accounts;
    private final Map<String, String> strange;

    BadTokens(Platform platform) {
        this.accounts = platform.accounts();
        var keycloak = new Keycloak(platform.issuer());
        String member = accounts.token(User.MEMBER);
        String expiring = keycloak.shortLivedToken();
        this.strange = Map.of(
                "none", "",
                "garbage", "garbage",
                "expired", expiring,
                "other-issuer", keycloak.tokenOfAnotherIssuer(),
                "wrong-audience", keycloak.tokenForAnotherAudience(),
                "tampered", tampered(member),
                "unsigned", unsigned(member),
                "front-end", accounts.frontEndToken());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Instant.now().isAfter(expiry(expiring).plus(CLOCK_SKEW)));
    }

    String named(String name) {
        String token = strange.get(name);
        return token == null ? accounts.token(User.valueOf(name.toUpperCase(Locale.ROOT))) : token;
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = decoded(parts[1]).replace("\"roles\":[", "\"roles\":[\"ops\",");
        return parts[0] + "." + encoded(claims) + "." + parts[2];
    }

    private static String unsigned(String token) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.", -1)[1] + ".";
    }

    private static Instant expiry(String token) {
        String claims = decoded(token.split("\\.", -1)[1]);
        return Instant.ofEpochSecond(
                new JsonMapper().readTree(claims).path("exp").asLong());
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
