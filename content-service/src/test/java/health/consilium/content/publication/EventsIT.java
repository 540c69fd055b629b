package health.consilium.content.publication;

import static health.consilium.content.StateTopic.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import health.consilium.content.ContentApi;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import health.consilium.content.StateTopic;
import health.consilium.defaults.outbox.Republisher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@ContentTest
class EventsIT {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @LocalServerPort
    private int port;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @Autowired
    private List<Republisher> republishers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private ContentApi member;
    private NewsDesk desk;
    private StateTopic topic;

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        member = api.as("member");
        desk = new NewsDesk(api);
        topic = new StateTopic(kafka, "consilium.content.article.state.v1");
    }

    @AfterEach
    void leave() {
        topic.close();
    }

    @Test
    void carriesExactlyWhatReadersAreServed() {
        var page = NewsDesk.page(NewsDesk.freshUri(), "Burns");
        page.put("body", "<h2>Cool it</h2><p><a href=\"/nowhere\">A</a></p>");
        String id = desk.makesPublic(page);

        var event = topic.of(id, records -> !records.isEmpty()).getFirst();

        assertThat(event.value()).isEqualTo(member.get("/api/v1/articles/" + id).body());
        assertThat(violations(event)).isEmpty();
    }

    @Test
    void describesItselfAsACloudEvent() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));

        var event = topic.of(id, records -> !records.isEmpty()).getFirst();

        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_type")).isEqualTo("health.consilium.article.published");
        assertThat(header(event, "ce_source")).isEqualTo("/consilium/content");
        assertThat(header(event, "ce_subject")).isEqualTo(id);
        assertThat(header(event, "ce_dataschema")).isEqualTo("/contracts/article.schema.json");
        assertThat(header(event, "aggregateversion")).isEqualTo("3");
        assertThat(header(event, "partitionkey")).isEqualTo(id);
        assertThat(header(event, "content-type")).isEqualTo("application/json");
    }

    @Test
    void arrivesInTheOrderOfTheVersions() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        for (int number = 0; number < 5; number++) {
            desk.revises(id, Map.of("title", "Burns " + number));
        }

        var versions = topic.of(id, records -> records.size() >= 6).stream()
                .map(StateTopic::version)
                .toList();

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tellsOfAWithdrawalAndThenForgets() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.withdraws(id);

        var records = topic.of(id, all -> all.size() >= 3);

        var withdrawn = records.get(records.size() - 2);
        var tombstone = records.getLast();
        assertThat(header(withdrawn, "ce_type")).isEqualTo("health.consilium.article.withdrawn");
        assertThat(JsonMapper.shared().readTree(withdrawn.value()).get("status").asString())
                .isEqualTo("withdrawn");
        assertThat(violations(withdrawn)).isEmpty();
        assertThat(tombstone.value()).isNull();
        assertThat(StateTopic.version(tombstone)).isEqualTo(StateTopic.version(withdrawn));
    }

    @Test
    void tellsOfAMove() {
        String uri = NewsDesk.freshUri();
        String id = desk.makesPublic(NewsDesk.page(uri, "Burns"));
        desk.moves(id, uri + "-new");

        var moved = topic.of(id, all -> all.size() >= 2).get(1);

        assertThat(header(moved, "ce_type")).isEqualTo("health.consilium.article.moved");
        assertThat(violations(moved)).isEmpty();
    }

    @Test
    void keepsDraftsToItself() {
        String draft = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Secret"));
        String published = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));

        topic.of(published, records -> !records.isEmpty());

        assertThat(topic.of(draft, records -> true)).isEmpty();
    }

    @Test
    void repeatsEverySnapshotWhenAsked() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        String gone = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Gone"));
        desk.withdraws(gone);
        topic.of(gone, records -> records.size() == 3);

        republishers.forEach(Republisher::republishAll);

        var repeated = topic.of(id, records -> records.size() == 2);
        assertThat(repeated.get(1).value()).isEqualTo(repeated.get(0).value());
        assertThat(topic.of(gone, records -> records.size() == 5).getLast().value())
                .isNull();
    }

    @Test
    void repeatsWhatAWriterLeftThatItHadToWaitFor() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        topic.of(id, records -> records.size() == 1);
        var republishing = new CompletableFuture<Void>();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("update article set version = 7 where id = ?").param(id).update();
            jdbc.sql("update published_article set version = 7 where id = ?")
                    .param(id)
                    .update();
            republishing.completeAsync(() -> {
                republishers.forEach(Republisher::republishAll);
                return null;
            });
            await().until(this::somebodyWaitsForALock);
        });

        republishing.join();
        var repeated = topic.of(id, records -> records.size() == 2);
        assertThat(StateTopic.version(repeated.getLast())).isEqualTo(7);
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static List<?> violations(ConsumerRecord<String, byte[]> record) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:" + header(record, "ce_dataschema")))
                .validate(JsonMapper.shared().readTree(record.value()));
    }
}
