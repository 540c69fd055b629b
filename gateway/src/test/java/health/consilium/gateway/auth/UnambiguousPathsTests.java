package health.consilium.gateway.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class UnambiguousPathsTests {

    private final UnambiguousPaths firewall = new UnambiguousPaths();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles/treatment%2Fsurgery",
                "/api/v1/articles/%C3%BCberblick",
                "/api/v1/papers/10.1000%2Fabc",
                "/api/v1/articles/a..b",
                "/api/v1/articles/100%25"
            })
    void acceptsIdsWithEncodedCharacters(String path) {
        var request = new MockHttpServletRequest("GET", path);

        assertThatCode(() -> firewall.getFirewalledRequest(request)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles/../../actuator/health",
                "/api/v1/articles/..%2f..%2f..%2Factuator/health",
                "/api/v1/articles/%2e%2e/comments",
                "/api/v1/articles/%2E%2E%2Fcomments",
                "/api/v1/articles/x;y=z",
                "/api/v1//articles",
                "/api/v1/articles/[x]",
                "/api/v1/articles/a%00b",
                "/api/v1/articles/a%0ab"
            })
    void refusesPathsThatSomebodyMightReadDifferently(String path) {
        var request = new MockHttpServletRequest("GET", path);

        assertThatThrownBy(() -> firewall.getFirewalledRequest(request)).isInstanceOf(RequestRejectedException.class);
    }
}
