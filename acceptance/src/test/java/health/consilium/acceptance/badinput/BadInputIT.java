package health.consilium.acceptance.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.badinput.RawClient.Response;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a request, its sender learns what, in one format, and nothing about our insides. */
@RunningPlatform
@Order(2)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path TABLE = Path.of("target", "bad-input.md");
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat (org|java|health)\\.|health\\.consilium|springframework|localhost|127\\.0\\.0\\.1|select |insert |PSQL|\\.java",
            Pattern.CASE_INSENSITIVE);
    /** What isn't readable as HTTP is refused before anything could be traced. */
    private static final List<String> UNTRACED = List.of("zero byte in the path", "unfinished escape");

    private final Placeholders placeholders;
    private final BadTokens tokens;
    private final RawClient client;
    private final String address;
    private final List<String> table = new ArrayList<>();
    private final TreeSet<String> problems = new TreeSet<>();

    BadInputIT(Platform platform) {
        this.placeholders = new Placeholders(platform);
        this.tokens = new BadTokens(platform);
        this.client = new RawClient(platform.gateway());
        this.address = platform.gateway().getAuthority();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/bad-input.csv", numLinesToSkip = 1)
    void isAnsweredAsTheTableSays(ArgumentsAccessor row) {
        var request = BadRequest.of(row);

        Response response = client.send(request.filled(placeholders::fill), tokens.named(request.token()));

        note(request, response);
        assertThat(response.status())
                .as("%s: %s", request.name(), response.body())
                .isEqualTo(request.status());
        assertThat((response.headers() + response.body()).replace(address, "")).doesNotContainPattern(INSIDES);
        if (!request.problem().isEmpty()) {
            assertIsProblem(request, response);
        }
    }

    @AfterAll
    void writeTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("| request | sent | status | problem |", "|---|---|---|---|"));
        lines.addAll(table);
        Files.write(TABLE, lines);
        System.out.printf("%d bad requests, listed in %s%n", table.size(), TABLE);
        problems.forEach(slug ->
                assertThat(client.get("/problems/" + slug).status()).as(slug).isEqualTo(200));
        client.close();
    }

    private void assertIsProblem(BadRequest request, Response response) {
        JsonNode problem = JSON.readTree(response.body());
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(problem.path("type").asString("")).isEqualTo("/problems/" + request.problem());
        assertThat(problem.path("status").asInt()).isEqualTo(request.status());
        assertThat(problem.path("title").asString("")).isNotBlank();
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(problem.has("traceId")).isTrue();
        if (!UNTRACED.contains(request.name())) {
            assertThat(problem.path("traceId").asString("")).matches("[0-9a-f]{32}");
        }
        problems.add(request.problem());
    }

    private void note(BadRequest request, Response response) {
        String type = response.contentType().startsWith("application/problem+json")
                ? JSON.readTree(response.body()).path("type").asString("")
                : "";
        table.add("| %s | `%s %s` | %d | %s |"
                .formatted(
                        request.name(), request.method(), request.path().replace("|", "\\|"), response.status(), type));
    }
}
