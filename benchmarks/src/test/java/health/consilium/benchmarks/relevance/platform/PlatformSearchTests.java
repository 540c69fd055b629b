package health.consilium.benchmarks.relevance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Asked;
import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Reply;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformSearchTests {
    private static final String SEARCH = "GET /api/v1/search";
    private static final Topic TOPIC = new Topic("1", "sore knee & hip");
    private static final JudgedSet SET =
            new JudgedSet(Path.of("knees"), SetSettings.questions("joints"), List.of(TOPIC), new Qrels());

    private ScriptedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new ScriptedGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void asksForTheTopicInItsModeAndKeepsTheOrderOfTheAnswer() {
        gateway.on(SEARCH, Reply.json("""
                {"items":[{"type":"question","id":"7","externalId":"knee","score":2.5},
                          {"type":"question","id":"8","externalId":null,"score":1}],"next":null}"""));

        Found found = search(100);

        assertThat(found.ranking().hits()).containsExactly(new Hit("knee", 2.5), new Hit("question:8", 1));
        assertThat(gateway.asked())
                .extracting(Asked::query)
                .singleElement()
                .asString()
                .startsWith("q=sore+knee+%26+hip&mode=dense&limit=100")
                .contains("&specialty=joints", "&type=question");
    }

    @Test
    void readsPagesUntilItHasEnough() {
        gateway.on(
                SEARCH,
                Reply.json("{\"items\":[{\"externalId\":\"a\"},{\"externalId\":\"b\"}],\"next\":\"c/1\"}"),
                Reply.json("{\"items\":[{\"externalId\":\"c\"},{\"externalId\":\"d\"}],\"next\":\"c/2\"}"));

        Found found = search(3);

        assertThat(found.ranking().hits()).extracting(Hit::document).containsExactly("a", "b", "c");
        assertThat(gateway.asked())
                .hasSize(2)
                .last()
                .satisfies(asked -> assertThat(asked.query()).endsWith("&cursor=c%2F1"));
    }

    @Test
    void asksAgainWhenTheGatewayIsBusy() {
        gateway.on(
                SEARCH,
                new Reply(429, "", Map.of("Retry-After", "0")),
                new Reply(503, "", Map.of("Retry-After", "0")),
                Reply.json("{\"items\":[{\"externalId\":\"a\"}],\"next\":null}"));

        assertThat(search(100).ranking().hits()).hasSize(1);
        assertThat(gateway.asked()).hasSize(3);
    }

    @Test
    void saysWhichTopicFailed() {
        gateway.on(SEARCH, new Reply(400, "{\"title\":\"Invalid\",\"detail\":\"q is too long.\"}", Map.of()));

        assertThatThrownBy(() -> search(100)).hasMessage("The search for topic 1 was answered: 400 q is too long.");
    }

    @Test
    void noticesThatASearchWasRankedInAnotherWay() {
        gateway.on(SEARCH, Reply.json("{\"items\":[],\"next\":null,\"mode\":\"lexical\"}"));

        assertThat(search(100).otherwise()).isTrue();
    }

    @Test
    void noticesASearchThatHasNoModes() {
        gateway.on(SEARCH, Reply.json("{\"items\":[],\"next\":null}"));

        assertThat(new PlatformSearch(gateway.gateway()).knowsModes()).isFalse();
    }

    @Test
    void saysWhyAModeIsRefused() {
        gateway.on(SEARCH, new Reply(400, "{\"title\":\"Invalid\",\"detail\":\"mode must be lexical.\"}", Map.of()));
        var search = new PlatformSearch(gateway.gateway());

        assertThat(search.knowsModes()).isTrue();
        assertThat(search.refusal(SearchMode.DENSE)).contains("400 mode must be lexical.");
    }

    private Found search(int depth) {
        return new PlatformSearch(gateway.gateway()).search(SET, TOPIC, SearchMode.DENSE, depth);
    }
}
