package health.consilium.gateway.auth;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class TokenIT {

    private static final String ARTICLES = "/api/v1/articles";

    private final Front front;
    private final Realms realms;

    TokenIT(@LocalServerPort int port, @Value("${consilium.security.issuer}") URI issuer) {
        this.front = new Front(port);
        this.realms = new Realms(issuer);
    }

    @BeforeEach
    void forget() {
        Services.CONTENT.forget();
    }

    @Test
    void letsAMemberThrough() throws Exception {
        var answer = front.get(ARTICLES, Tokens.of("member"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Services.CONTENT.last().header("Authorization")).isEqualTo("Bearer " + Tokens.of("member"));
    }

    @Test
    void letsAFrontEndsOwnTokenThrough() throws Exception {
        var answer = front.get(ARTICLES, Tokens.ofFrontEnd());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void asksForATokenWhenThereIsNone() throws Exception {
        var answer = front.get(ARTICLES);

        refused(answer);
        assertThat(Front.header(answer, "WWW-Authenticate")).doesNotContain("error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%61pi/v1/articles", "/api/%761/articles", "/%61%70%69/v1/articles", "/%61pi/v1/problems%2f"})
    void asksForATokenHoweverTheAddressIsWritten(String target) throws Exception {
        refused(front.get(target));
        assertThat(Services.CONTENT.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer garbage", "Bearer a.b.c", "Bearer a b", "Basic bWVtYmVyOm1lbWJlcg=="
            })
    void refusesWhatIsNoToken(String authorization) throws Exception {
        var answer = front.send(front.request(ARTICLES).header("Authorization", authorization));

        refused(answer);
    }

    @Test
    void refusesATokenInTheAddress() throws Exception {
        var answer = front.get(ARTICLES + "?access_token=" + Tokens.of("member"));

        refused(answer);
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws Exception {
        var answer = front.get(ARTICLES, realms.tokenOfAnotherRealm());

        refused(answer);
    }

    @Test
    void refusesATokenForAnotherAudience() throws Exception {
        var answer = front.get(ARTICLES, realms.tokenWithoutAudience());

        refused(answer);
    }

    @Test
    void refusesATokenOnceItHasExpired() throws Exception {
        String token = realms.tokenForTwoSeconds();
        assertThat(front.get(ARTICLES, token).statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> front.get(ARTICLES, token).statusCode() == 401);

        refused(front.get(ARTICLES, token));
    }

    @Test
    void refusesATokenWhoseClaimsWereChanged() throws Exception {
        String token = Forgeries.withRole(Tokens.of("member"), "ops");

        refused(front.get(ARTICLES, token));
    }

    @Test
    void refusesATokenThatSaysItNeedsNoSignature() throws Exception {
        String token = Forgeries.unsigned(Tokens.of("ops"));

        refused(front.get(ARTICLES, token));
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() throws Exception {
        String token = Forgeries.signedWithPublicKey(Tokens.of("ops"), realms.publicKey());

        refused(front.get(ARTICLES, token));
    }

    @Test
    void refusesATokenSignedByAStrangersKey() throws Exception {
        String token = Forgeries.signedByStranger(Tokens.of("ops"));

        refused(front.get(ARTICLES, token));
    }

    private static void refused(HttpResponse<String> answer) {
        problem(answer, 401, "unauthenticated");
        assertThat(Front.header(answer, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.body()).doesNotContain("signature", "kid", "Exception");
    }
}
