package health.consilium.benchmarks.outbox;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Debezium's embedded engine on the same kind of messages as ours: in the write-ahead log, read through pgoutput. */
final class DebeziumPipeline extends Pipeline {

    private static final String PREFIX = "outbox.";

    private final Workplace place;
    private final KafkaProducer<byte[], byte[]> producer;
    private @Nullable DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
    private @Nullable ExecutorService executor;

    private DebeziumPipeline(ConfigurableApplicationContext context, Workplace place) {
        super(context);
        this.place = place;
        this.producer = place.producer();
    }

    static Pipeline open(Workplace place) {
        return new DebeziumPipeline(
                context(
                        place,
                        Beans.class,
                        List.of(),
                        properties("spring.flyway.locations=classpath:db/outbox/shared,classpath:db/outbox/debezium")),
                place);
    }

    /** The prefix carries the key. */
    @Override
    void append(Change change) {
        database()
                .sql("select pg_logical_emit_message(true, :prefix, :content)")
                .param("prefix", PREFIX + change.key())
                .param("content", change.json())
                .query(Object.class)
                .single();
    }

    @Override
    void startRelay() {
        engine = DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings())
                .notifying(new DebeziumSender(producer, place.topic(), PREFIX))
                .build();
        executor = Executors.newSingleThreadExecutor();
        executor.execute(engine);
        while (!streams()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean streams() {
        return database()
                .sql("select count(*) > 0 from pg_replication_slots where slot_name = :name and active")
                .param("name", place.topic())
                .query(Boolean.class)
                .single();
    }

    private Properties settings() {
        URI database = URI.create(place.url().substring("jdbc:".length()));
        Properties settings = new Properties();
        settings.putAll(properties(
                "name=outbox",
                "connector.class=io.debezium.connector.postgresql.PostgresConnector",
                "topic.prefix=benchmark",
                "database.hostname=" + database.getHost(),
                "database.port=" + database.getPort(),
                "database.dbname=" + database.getPath().substring(1),
                "database.user=" + place.user(),
                "database.password=" + place.password(),
                "plugin.name=pgoutput",
                "slot.name=" + place.topic(),
                "publication.name=debezium",
                "publication.autocreate.mode=disabled",
                "snapshot.mode=no_data",
                "message.prefix.include.list=outbox\\..*",
                "poll.interval.ms=1",
                "offset.storage=org.apache.kafka.connect.storage.FileOffsetBackingStore",
                "offset.storage.file.filename=" + offsets(),
                "offset.flush.interval.ms=200"));
        return settings;
    }

    private String offsets() {
        try {
            return Files.createDirectories(place.folder()).resolve("offsets").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    void stopRelay() {
        if (engine != null && executor != null) {
            try (ExecutorService stopping = executor) {
                engine.close();
                stopping.shutdown();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            engine = null;
        }
    }

    @Override
    public void close() {
        super.close();
        producer.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {}
}
