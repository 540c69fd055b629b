package health.consilium.gateway.route;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.gateway.Front;
import health.consilium.gateway.GatewayTest;
import health.consilium.gateway.Services;
import health.consilium.stack.test.Tokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class PublicHealthIT {

    private final Front front;
    private final Front operators;

    PublicHealthIT(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.front = new Front(port);
        this.operators = new Front(managementPort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/v1/health"})
    void saysInPublicWhichServicesServe(String path) throws Exception {
        Services.CONTENT.forget();

        HttpResponse<String> answer = front.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"DEGRADED\",\"services\":{\"content\":\"UP\",\"qa\":\"UP\",\"search\":\"DOWN\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/nothing",
                "/",
                "/realms/consilium",
                "/resources/x",
                "/admin"
            })
    void servesNothingElseInPublic(String path) throws Exception {
        problem(front.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/actuator/health", "/api/v1/nothing", "/api/v2/articles", "/api/v1/articlesx"})
    void knowsNoOtherRoutes(String path) throws Exception {
        problem(front.get(path, Tokens.of("ops")), 404, "not-found");
        problem(front.get(path), 401, "unauthenticated");
    }

    @Test
    void showsOperatorsItsMetricsOnAPortOfTheirOwn() throws Exception {
        front.get("/api/v1/articles", Tokens.of("member"));

        HttpResponse<String> metrics = operators.get("/actuator/prometheus");

        assertThat(operators.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("http_server_requests_seconds", "httpcomponents_httpclient_pool_total_max");
    }
}
