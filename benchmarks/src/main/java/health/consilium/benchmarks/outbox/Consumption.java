package health.consilium.benchmarks.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that polls the whole topic from its start without pause and notes when each poll returned what. */
final class Consumption implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Arrivals arrivals = new Arrivals();
    private final Thread thread;
    private volatile boolean running = true;

    private Consumption(Workplace place) {
        consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                place.bootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5000));
        List<TopicPartition> partitions = consumer.partitionsFor(place.topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = Thread.ofPlatform().name("consumption").unstarted(this::poll);
    }

    static Consumption of(Workplace place) {
        var consumption = new Consumption(place);
        consumption.thread.start();
        return consumption;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    private void poll() {
        while (running) {
            var records = consumer.poll(Duration.ofMillis(100));
            long now = System.nanoTime();
            for (ConsumerRecord<byte[], byte[]> item : records) {
                arrivals.add(Change.aggregate(item.key()), Change.version(item.value()), now);
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
