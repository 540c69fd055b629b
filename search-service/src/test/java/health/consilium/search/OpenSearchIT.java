package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.message.StateRecords;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.RealServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@RealServers(opensearch = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.search.engine=opensearch",
            "consilium.search.opensearch.index=over-http",
            "consilium.search.opensearch.replicas=0"
        })
@AutoConfigureRestTestClient
@DirtiesContext
class OpenSearchIT {

    @Autowired
    RestTestClient client;

    @Value("${spring.kafka.bootstrap-servers}")
    String servers;

    private Topics topics;

    @BeforeEach
    void waitUntilReady() {
        topics = new Topics(servers);
        topics.create();
        await().atMost(Duration.ofSeconds(40)).until(() -> search().isReady());
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void findsWhatTheServicesPublish() {
        for (StateTopic topic : StateTopic.values()) {
            topics.publish(example(topic, "full").as("cluster-" + topic, 1).published());
        }

        assertThat(search().idsAfter("?q=cooling", "paper", "cluster-PAPER", 1)).contains("cluster-PAPER");
        assertThat(search().idsAfter("?q=burns", "article", "cluster-ARTICLE", 1))
                .contains("cluster-ARTICLE");
        assertThat(search().idsAfter("?q=sprained%20ankle&specialty=orthopaedics", "question", "cluster-QUESTION", 1))
                .contains("cluster-QUESTION");
    }

    @Test
    void forgetsWhatIsWithdrawnForGood() {
        StateRecords published =
                example(StateTopic.QUESTION, "full").as("cluster-withdrawn", 6).titled("Pangolin question");
        StateRecords withdrawn = example(StateTopic.QUESTION, "withdrawn").as("cluster-withdrawn", 7);
        topics.publish(published.published());
        assertThat(search().idsAfter("?q=pangolin", "question", "cluster-withdrawn", 6))
                .containsExactly("cluster-withdrawn");

        topics.publish(withdrawn.published());
        topics.publish(withdrawn.publishedTombstone());
        topics.publish(published.published());

        assertThat(search().idsAfter("?q=pangolin", "question", "cluster-withdrawn", 7))
                .isEmpty();
    }

    @Test
    void pagesToTheEnd() {
        for (int number = 0; number < 25; number++) {
            topics.publish(example(StateTopic.ARTICLE, "minimal")
                    .as("cluster-page-" + number, 1)
                    .titled("Numbat")
                    .published());
        }
        await().until(() ->
                search().found("?q=numbat").path("total").path("value").asInt() == 25);

        assertThat(search().allIds("?q=numbat&limit=10")).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void reportsItsStatus() {
        JsonNode status = search().status();

        assertThat(status.path("engine").asString()).startsWith("opensearch 3");
        assertThat(status.path("caughtUp").asBoolean()).isTrue();
        assertThat(status.path("documents").has("question")).isTrue();
        assertThat(status.path("sources").path(0).path("partitions").isEmpty()).isFalse();
    }

    private SearchClient search() {
        return new SearchClient(client);
    }
}
