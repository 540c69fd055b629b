package health.consilium.gateway.auth;

import static health.consilium.gateway.Front.header;
import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.stack.TokenEndpoint;
import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "consilium.gateway.identity-provider-url=${consilium.security.issuer}",
            "consilium.gateway.response-timeout=15s"
        })
class SignInIT {

    private static final String REALM = "/realms/consilium";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LOGIN =
            REALM + "/protocol/openid-connect/auth?response_type=code&client_id=consilium-web"
                    + "&redirect_uri=http%3A%2F%2Flocalhost%2Fback&scope=openid&state=s%2B1"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private final Front front;
    private final int port;
    private final URI issuer;

    SignInIT(@LocalServerPort int port, @Value("${consilium.security.issuer}") URI issuer) {
        this.front = new Front(port);
        this.port = port;
        this.issuer = issuer;
    }

    @Test
    void handsOutTokensOfTheSameIssuer() throws Exception {
        String token = new TokenEndpoint(URI.create("http://localhost:" + port + REALM))
                .ofUser("member", "member")
                .value();

        assertThat(JWTParser.parse(token).getJWTClaimsSet().getIssuer()).isEqualTo(issuer.toString());
        assertThat(front.get("/api/v1/articles", token).statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheLoginPageWithItsOwnHeaders() throws Exception {
        HttpResponse<String> page = front.get(LOGIN);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("frame-src")
                .doesNotContain("default-src 'none'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("AUTH_SESSION_ID="));
        HttpResponse<String> style = front.get(first("(?:href|src)=\"[^\"]*(/resources/[^\"]+\\.css)\"", page.body()));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Content-Type")).startsWith("text/css");
        assertThat(style.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("default-src 'none'");
    }

    @Test
    void signsAPersonIn() throws Exception {
        HttpResponse<String> page = front.get(LOGIN);
        URI action = URI.create(first("action=\"([^\"]+)\"", page.body()).replace("&amp;", "&"));

        HttpResponse<String> answer = front.send(front.request(action.getRawPath() + "?" + action.getRawQuery())
                .header("Cookie", cookies(page))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("username=member&password=member")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(header(answer, "Location"))
                .startsWith("http://localhost/back?")
                .contains("state=s%2B1", "code=");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("KEYCLOAK_IDENTITY="));
    }

    @Test
    void leavesJudgingTokensThereToTheIdentityProvider() throws Exception {
        var answer = front.get(REALM + "/protocol/openid-connect/userinfo", "garbage");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).contains("realm=\"consilium\"");
        assertThat(front.get(REALM + "/protocol/openid-connect/certs", Tokens.of("member"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void leavesOriginsThereToTheIdentityProvider() throws Exception {
        var asked = front.send(front.request(REALM + "/protocol/openid-connect/token")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://stranger.example")
                .header("Access-Control-Request-Method", "POST"));
        var told = front.send(front.request(REALM).header("Origin", "https://stranger.example"));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo("https://stranger.example");
        assertThat(told.statusCode()).isEqualTo(200);
    }

    @Test
    void limitsBodiesThereWithAProblem() throws Exception {
        HttpRequest.Builder large = front.request(REALM + "/protocol/openid-connect/token")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]));

        problem(front.send(large), 413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/", "/admin/realms", "/admin/master/console/", "/realm", "/", "/metrics"})
    void leadsToNothingElseThere(String path) throws Exception {
        problem(front.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/../admin/realms",
                "/realms/%2e%2e/admin/realms",
                "/realms/x%2F..%2F..%2Fadmin/",
                "/realms/..;/admin/"
            })
    void leadsToNothingElseByDetours(String path) throws Exception {
        String answer = front.raw("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("\"type\":\"/problems/");
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("No " + pattern + " in " + text));
    }

    private static String cookies(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }
}
