package health.consilium.defaults.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.stack.test.RealServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.replication.LogSequenceNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@RealServers(postgres = "outbox", keycloak = false)
@SpringBootTest(
        classes = OutboxRelayIT.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=outbox-test",
            "spring.config.import=classpath:service-defaults.yml",
            "consilium.security.issuer=http://localhost:1/realms/none"
        })
@DirtiesContext
class OutboxRelayIT {

    private final OutboxRelay relay;
    private final ReplicationSlot slot;
    private final Counters counters;
    private final JdbcClient database;
    private final TopicReader topic;

    OutboxRelayIT(
            @Autowired OutboxRelay relay,
            @Autowired ReplicationSlot slot,
            @Autowired Counters counters,
            @Autowired JdbcClient database,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        this.relay = relay;
        this.slot = slot;
        this.counters = counters;
        this.database = database;
        this.topic = new TopicReader(brokers, Counters.TOPIC);
    }

    @BeforeEach
    void startsAnew() {
        counters.forget();
        await().until(relay::leads);
        topic.skipToEnd();
    }

    @AfterEach
    void closesReader() {
        topic.close();
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @Test
    void carriesTheMessagesOfEachKeyInTheOrderOfTheirVersions() {
        try (var writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 800).forEach(write -> writers.execute(() -> counters.count("key-" + write % 10)));
        }

        Map<String, List<Long>> versions = topic.versionsByKey(800);

        assertThat(versions)
                .hasSize(10)
                .allSatisfy((key, seen) -> assertThat(seen)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 80).boxed().toList()));
    }

    @Test
    void saysNothingOfATransactionThatWasRolledBack() {
        counters.countAndFail("undone");
        counters.count("done");

        List<ConsumerRecord<String, byte[]>> records = topic.read(1);

        assertThat(records).extracting(ConsumerRecord::key).containsExactly("done");
    }

    @Test
    void writesCloudEventsWithTheirVersion() {
        counters.count("lonely");

        ConsumerRecord<String, byte[]> written = topic.read(1).getFirst();

        assertThat(header(written, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(written, "ce_type")).isEqualTo("health.consilium.counter.counted");
        assertThat(header(written, "ce_source")).isEqualTo("/consilium/outbox-test");
        assertThat(header(written, "ce_subject")).isEqualTo("lonely");
        assertThat(header(written, "partitionkey")).isEqualTo("lonely");
        assertThat(header(written, "aggregateversion")).isEqualTo("1");
        assertThat(new String(written.value(), StandardCharsets.UTF_8)).isEqualTo("{\"value\": 1}");
    }

    @Test
    void goesOnWhereItStoppedWithoutRepeatingItself() {
        counters.count("before");
        topic.read(1);
        relay.stop();
        counters.count("meanwhile");
        relay.start();
        counters.count("after");

        assertThat(topic.read(2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("meanwhile", "after");
    }

    @Test
    void publishesEverySnapshotAgainWhenItsSlotWasLost() {
        counters.count("kept");
        topic.read(1);
        relay.stop();
        dropSlot();
        counters.count("lost");
        relay.start();

        assertThat(topic.read(2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("kept", "lost");
    }

    @Test
    void publishesEverySnapshotAgainWhenItsSlotWasRecreatedByHand() {
        counters.count("kept");
        topic.read(1);
        relay.stop();
        dropSlot();
        counters.count("lost");
        database.sql("select pg_create_logical_replication_slot(:slot, 'pgoutput')::text")
                .param("slot", slot.name())
                .query(String.class)
                .single();
        relay.start();

        assertThat(topic.read(2)).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("kept", "lost");
    }

    @Test
    void publishesNothingAgainAfterARestMuchLogAndARestart() {
        counters.count("seen");
        topic.read(1);
        LogSequenceNumber before = slot.stored();
        database.sql(
                        "select count(pg_logical_emit_message(false, 'other', repeat('x', 1000))) from generate_series(1, 5000)")
                .query(Long.class)
                .single();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !Objects.equals(slot.stored(), before) && slot.lagBytes() < 100_000);
        relay.stop();
        relay.start();
        counters.count("after");

        assertThat(topic.read(1)).extracting(ConsumerRecord::key).containsExactly("after");
    }

    @Test
    void standsByWhileAnotherInstanceLeads(@Autowired OutboxAutoConfigurationAccess second) {
        OutboxRelay standby = second.anotherRelay();
        standby.start();
        counters.count("by the leader");

        assertThat(topic.read(1)).extracting(ConsumerRecord::key).containsExactly("by the leader");
        assertThat(standby.leads()).isFalse();
        relay.stop();
        await().atMost(Duration.ofSeconds(10)).until(standby::leads);
        counters.count("handed over");
        assertThat(topic.read(1)).extracting(ConsumerRecord::key).containsExactly("handed over");

        standby.stop();
    }

    /** PostgreSQL notices a moment later than the relay that the relay has gone. */
    private void dropSlot() {
        await().until(() -> database.sql("select not active from pg_replication_slots where slot_name = :slot")
                .param("slot", slot.name())
                .query(Boolean.class)
                .single());
        database.sql("select pg_drop_replication_slot(:slot)")
                .param("slot", slot.name())
                .query(Object.class)
                .optional();
    }

    private static String header(ConsumerRecord<String, byte[]> written, String name) {
        return new String(written.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @SpringBootApplication(proxyBeanMethods = false)
    static class Application {

        @Bean
        OutboxTopic counterTopic() {
            return OutboxTopic.state(Counters.TOPIC);
        }

        @Bean
        Counters counters(
                JdbcClient database,
                Outbox outbox,
                org.springframework.transaction.PlatformTransactionManager transactions) {
            return new Counters(database, outbox, transactions);
        }

        @Bean
        OutboxAutoConfigurationAccess access(org.springframework.context.ApplicationContext context) {
            return new OutboxAutoConfigurationAccess(context);
        }
    }
}
