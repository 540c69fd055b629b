package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.upstream.GatewaySettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.ServerResponse;

class PublicReferencesTests {

    private final PublicReferences references = new PublicReferences(new GatewaySettings(
            URI.create("http://content:8081"),
            URI.create("http://qa:8082"),
            URI.create("http://search:8083"),
            null,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            1,
            1,
            Duration.ZERO,
            DataSize.ofBytes(0)));

    @Test
    void makesReferencesToAServiceRelative() {
        var headers = new HttpHeaders();
        headers.add("Location", "http://content:8081/api/v1/articles/a");
        headers.add("Link", "<http://qa:8082/api/v1/questions?cursor=x>; rel=\"next\"");

        HttpHeaders passed = references.apply(headers, ServerResponse.ok().build());

        assertThat(passed.getFirst("Location")).isEqualTo("/api/v1/articles/a");
        assertThat(passed.getFirst("Link")).isEqualTo("</api/v1/questions?cursor=x>; rel=\"next\"");
    }

    @Test
    void leavesOtherReferencesAlone() {
        var headers = new HttpHeaders();
        headers.add("Location", "http://content:80811/x");
        headers.add("Link", "<https://example.org/http://qa>; rel=\"license\"");

        HttpHeaders passed = references.apply(headers, ServerResponse.ok().build());

        assertThat(passed).isEqualTo(headers);
    }
}
