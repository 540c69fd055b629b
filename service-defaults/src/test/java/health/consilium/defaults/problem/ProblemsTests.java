package health.consilium.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    private final JsonMapper json = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();
    private final Problems problems = new Problems(new StaticListableBeanFactory().getBeanProvider(Tracer.class), json);
    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/notes");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsAllThatIsKnownOfAProblem() throws IOException {
        var problem = new ProblemException(ProblemTypes.STALE_VERSION, "Read it again.")
                .with("currentVersion", 7)
                .error("/title", "is too long")
                .error("", "has too many fields")
                .error("limit", "is not a number")
                .header("ETag", "\"7\"");

        problems.write(request, response, problem);

        assertThat(response.getStatus()).isEqualTo(412);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
        JsonNode document = document();
        String traceId = document.path("traceId").asString();
        assertThat(document).isEqualTo(json.readTree("""
                {"type": "/problems/stale-version", "title": "Changed by someone else", "status": 412,
                 "detail": "Read it again.", "instance": "/api/v1/notes", "currentVersion": 7, "traceId": "%s",
                 "errors": [{"pointer": "/title", "detail": "is too long"},
                            {"pointer": "", "detail": "has too many fields"},
                            {"parameter": "limit", "detail": "is not a number"}]}
                """.formatted(traceId)));
    }

    @Test
    void makesUpATraceIdThatTheLogKnows(CapturedOutput log) throws IOException {
        problems.write(request, response, ProblemTypes.NOT_FOUND, "Nothing here.");

        String traceId = document().path("traceId").asString();
        assertThat(traceId).matches("[0-9a-f]{32}");
        assertThat(log).contains(traceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example/a", "/%zz", "/a b", "/[", "//"})
    void namesNoInstanceWhenThePathIsMalformed(String path) throws IOException {
        request.setRequestURI(path);

        problems.write(request, response, ProblemTypes.INVALID_REQUEST, "Malformed.");

        assertThat(document().has("instance")).isFalse();
    }

    @Test
    void replacesWhatWasWrittenBeforeButNeverWhatWasSent() throws IOException {
        response.getOutputStream().write(7);

        problems.write(request, response, ProblemTypes.CONFLICT, "Not now.");

        assertThat(document().path("status").asInt()).isEqualTo(409);
        response.flushBuffer();
        assertThatIllegalStateException()
                .isThrownBy(() -> problems.write(request, response, ProblemTypes.CONFLICT, "Not now."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-many-requests 429", "unavailable 503"})
    void saysWhenToComeBack(String type) throws IOException {
        String[] parts = type.split(" ", 2);
        var later = new ProblemType(parts[0], Integer.parseInt(parts[1]), "Later");

        problems.write(request, response, later, "Come back.");

        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void keepsTheTimeToComeBackThatWasGiven() throws IOException {
        var problem = new ProblemException(ProblemTypes.UNAVAILABLE, "Later.").header("Retry-After", "1");

        problems.write(request, response, problem);

        assertThat(response.getHeaders("Retry-After")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53300", "57P01"})
    void meansALostDatabaseByUnavailable(String state) throws IOException {
        var failure = new IllegalStateException("no transaction", new SQLException("host db.inside refused", state));

        problems.writeFailure(request, response, failure);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).doesNotContain("db.inside");
    }

    @Test
    void meansAnExhaustedPoolByUnavailable() throws IOException {
        problems.writeFailure(request, response, new SQLTransientConnectionException("pool is empty"));

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014"})
    void meansOurOwnFaultByEverythingElse(String state, CapturedOutput log) throws IOException {
        problems.writeFailure(request, response, new SQLException("syntax error at secret", state));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).doesNotContain("secret");
        assertThat(log).contains("syntax error at secret");
    }

    private JsonNode document() throws IOException {
        return json.readTree(response.getContentAsByteArray());
    }
}
