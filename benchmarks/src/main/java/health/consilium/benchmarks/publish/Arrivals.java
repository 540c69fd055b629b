package health.consilium.benchmarks.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When each article's first event reached an ordinary consumer of the topic. */
final class Arrivals implements AutoCloseable {
    private static final String TOPIC = "consilium.content.article.state.v1";

    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    private Arrivals(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("arrivals").unstarted(this::poll);
    }

    /** Watches from now on. */
    static Arrivals watch(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        var arrivals = new Arrivals(consumer);
        arrivals.thread.start();
        return arrivals;
    }

    /** The nanosecond it came; waits for it. */
    long of(String key) throws InterruptedException {
        if (!latch(key).await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("No event of " + key + " arrived.");
        }
        return firstSeen.getOrDefault(key, 0L);
    }

    private void poll() {
        while (running) {
            consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                firstSeen.putIfAbsent(message.key(), System.nanoTime());
                latch(message.key()).countDown();
            });
        }
        consumer.close();
    }

    private CountDownLatch latch(String key) {
        return awaited.computeIfAbsent(key, unseen -> new CountDownLatch(1));
    }

    @Override
    public void close() {
        running = false;
    }
}
