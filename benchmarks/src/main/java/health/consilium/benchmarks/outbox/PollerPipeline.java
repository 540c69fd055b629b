package health.consilium.benchmarks.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The baseline: a table, asked every 50 ms; what Kafka has acknowledged is deleted. */
final class PollerPipeline extends Pipeline {

    private static final Logger log = LoggerFactory.getLogger(PollerPipeline.class);
    private static final int BATCH = 2000;

    private final Workplace place;
    private final KafkaProducer<byte[], byte[]> producer;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private PollerPipeline(ConfigurableApplicationContext context, Workplace place) {
        super(context);
        this.place = place;
        this.producer = place.producer();
    }

    static Pipeline open(Workplace place) {
        return new PollerPipeline(
                context(
                        place,
                        Beans.class,
                        List.of(),
                        properties("spring.flyway.locations=classpath:db/outbox/shared,classpath:db/outbox/poller")),
                place);
    }

    @Override
    void append(Change change) {
        database()
                .sql("insert into outbox (aggregate, payload) values (:aggregate, :payload)")
                .param("aggregate", change.key())
                .param("payload", change.json())
                .update();
    }

    @Override
    void startRelay() {
        timer = Executors.newSingleThreadScheduledExecutor();
        var unused = timer.scheduleWithFixedDelay(this::relayAll, 50, 50, TimeUnit.MILLISECONDS);
    }

    private void relayAll() {
        try {
            TransactionTemplate transaction = bean(TransactionTemplate.class);
            while (Objects.requireNonNull(transaction.execute(status -> relay())) == BATCH) {
                log.debug("There may be more");
            }
        } catch (RuntimeException failure) {
            log.warn("A poll failed", failure);
        }
    }

    private int relay() {
        List<Entry> entries = database()
                .sql("select id, aggregate, payload from outbox order by id limit :limit for update skip locked")
                .param("limit", BATCH)
                .query((row, number) -> new Entry(row.getLong(1), row.getString(2), row.getBytes(3)))
                .list();
        List<Future<?>> sent = new ArrayList<>();
        entries.forEach(entry -> sent.add(producer.send(entry.toRecord(place.topic()))));
        sent.forEach(PollerPipeline::await);
        Long[] ids = entries.stream().map(Entry::id).toArray(Long[]::new);
        database().sql("delete from outbox where id = any(?)").param(ids).update();
        return entries.size();
    }

    private static void await(Future<?> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    void stopRelay() {
        timer.close();
    }

    @Override
    public void close() {
        super.close();
        producer.close();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(long id, String aggregate, byte[] payload) {

        ProducerRecord<byte[], byte[]> toRecord(String topic) {
            return new ProducerRecord<>(topic, Change.of(aggregate, 0).keyBytes(), payload);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {}
}
