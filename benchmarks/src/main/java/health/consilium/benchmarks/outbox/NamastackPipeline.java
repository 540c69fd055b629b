package health.consilium.benchmarks.outbox;

import io.namastack.outbox.Outbox;
import io.namastack.outbox.OutboxProcessingScheduler;
import io.namastack.outbox.handler.OutboxTypedHandler;
import io.namastack.outbox.partition.PartitionCoordinator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** namastack-outbox: a table, polled by aggregate; its Kafka module can't be downloaded, so the handler is ours. */
final class NamastackPipeline extends Pipeline {

    private final Outbox outbox;
    private final OutboxProcessingScheduler scheduler;

    private NamastackPipeline(ConfigurableApplicationContext context) {
        super(context);
        this.outbox = context.getBean(Outbox.class);
        this.scheduler = context.getBean(OutboxProcessingScheduler.class);
    }

    static Pipeline open(Workplace place) {
        ConfigurableApplicationContext context = context(
                place,
                Beans.class,
                List.of("io.namastack", "org.springframework.boot.jackson", "org.springframework.boot.autoconfigure"),
                properties(
                        "spring.flyway.locations=classpath:db/outbox/shared",
                        "namastack.outbox.polling.fixed.interval=1ms",
                        "namastack.outbox.polling.batch-size=" + Change.AGGREGATES,
                        "namastack.outbox.instance.rebalance-interval=1s",
                        "namastack.outbox.processing.delete-completed-records=true",
                        "namastack.outbox.processing.executor-core-pool-size=16",
                        "namastack.outbox.processing.executor-max-pool-size=16"));
        context.getBean(PartitionCoordinator.class).rebalance();
        var pipeline = new NamastackPipeline(context);
        pipeline.stopRelay();
        return pipeline;
    }

    @Override
    void append(Change change) {
        outbox.schedule(change, change.key());
    }

    @Override
    void startRelay() {
        scheduler.start();
    }

    @Override
    void stopRelay() {
        scheduler.stop();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {

        @Bean(destroyMethod = "close")
        KafkaProducer<byte[], byte[]> producer(Workplace place) {
            return place.producer();
        }

        @Bean
        OutboxTypedHandler<Change> sender(KafkaProducer<byte[], byte[]> producer, Workplace place) {
            return new Sender(producer, place.topic());
        }
    }

    private record Sender(KafkaProducer<byte[], byte[]> producer, String topic) implements OutboxTypedHandler<Change> {

        @Override
        public void handle(Change change, io.namastack.outbox.handler.OutboxRecordMetadata metadata) {
            try {
                producer.send(new ProducerRecord<>(topic, change.keyBytes(), change.json()))
                        .get();
            } catch (ExecutionException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
