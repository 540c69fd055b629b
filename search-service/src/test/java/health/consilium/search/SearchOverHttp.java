package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.message.StateRecords;
import health.consilium.search.message.StateTopic;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a front-end sees of the search, whatever its engine. */
abstract class SearchOverHttp {

    private static final int PARTITIONS = 9;

    @Autowired
    RestTestClient client;

    @Value("${spring.kafka.bootstrap-servers}")
    String servers;

    Topics topics;

    /** What the status calls the engine; in names and words that others' tests have not published. */
    abstract String engine();

    final SearchClient search() {
        return new SearchClient(client);
    }

    @BeforeEach
    void createTopicsAfterTheServiceStarted() {
        topics = new Topics(servers);
        topics.create();
        await().atMost(Duration.ofSeconds(40)).until(() -> search().isReady() && partitions() == PARTITIONS);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void findsWhatTheServicesPublish() {
        for (StateTopic topic : StateTopic.values()) {
            topics.publish(example(topic, "full").as(own("full-" + topic), 1).published());
            topics.publish(
                    example(topic, "minimal").as(own("minimal-" + topic), 1).published());
        }

        assertThat(search().idsAfter("?q=cooling", "paper", own("minimal-PAPER"), 1))
                .contains(own("minimal-PAPER"), own("full-PAPER"));
        assertThat(search().idsAfter("?q=burns", "article", own("full-ARTICLE"), 1))
                .contains(own("full-ARTICLE"));
        assertThat(search().idsAfter("?q=nosebleed", "article", own("minimal-ARTICLE"), 1))
                .contains(own("minimal-ARTICLE"));
        assertThat(search().idsAfter("?q=blister&type=question", "question", own("minimal-QUESTION"), 1))
                .contains(own("minimal-QUESTION"));
        assertThat(search().idsAfter("?q=sprained%20ankle&specialty=orthopaedics", "question", own("full-QUESTION"), 1))
                .contains(own("full-QUESTION"));
    }

    @Test
    void forgetsWhatIsWithdrawnForGood() {
        String id = own("withdrawn");
        StateRecords published = example(StateTopic.QUESTION, "full").as(id, 6).titled(own("axolotl"));
        StateRecords withdrawn = example(StateTopic.QUESTION, "withdrawn").as(id, 7);
        topics.publish(published.published());
        assertThat(search().idsAfter("?q=" + own("axolotl"), "question", id, 6)).containsExactly(id);

        topics.publish(withdrawn.published());
        topics.publish(withdrawn.publishedTombstone());
        topics.publish(published.published());

        JsonNode after = search().foundAfter("?q=" + own("axolotl"), "question", id, 7);
        assertThat(after.path("included").asBoolean()).isTrue();
        assertThat(after.path("items").isEmpty()).isTrue();
    }

    @Test
    void pagesToTheEnd() {
        IntStream.range(0, 26)
                .forEach(number -> topics.send(example(StateTopic.ARTICLE, "minimal")
                        .as(own("page-" + number), 1)
                        .titled(own("okapi"))
                        .published()));
        topics.flush();
        String query = "?q=" + own("okapi");
        await().until(() -> search().found(query).path("total").path("value").asInt() == 26);

        assertThat(search().allIds(query + "&limit=10")).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void reportsItsStatus() {
        JsonNode status = search().status();

        assertThat(status.path("engine").asString()).startsWith(engine());
        assertThat(status.path("caughtUp").asBoolean()).isTrue();
        assertThat(status.path("documents").has("question")).isTrue();
        assertThat(status.path("sources").path(0).path("partitions").path(0).has("end"))
                .isTrue();
    }

    private String own(String name) {
        return engine() + name;
    }

    private long partitions() {
        return search().status()
                .path("sources")
                .valueStream()
                .mapToLong(source -> source.path("partitions").size())
                .sum();
    }
}
