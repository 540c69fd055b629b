package health.consilium.search.broker;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Reads a shared topic from its beginning and for ever after. */
public abstract class SharedTopicReader extends KafkaReader {

    private static final Logger log = LoggerFactory.getLogger(SharedTopicReader.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final SharedTopic topic;
    private boolean complained;
    /** Of the topic that was read; one that was deleted and made anew has the same name and another ID. */
    private @Nullable Uuid id;

    protected SharedTopicReader(SharedTopic topic, ApplicationEventPublisher events) {
        super(topic.client(), events);
        this.topic = topic;
    }

    /** Takes what is said last of a key; what is said before it may be left out. */
    protected abstract void read(ConsumerRecord<byte[], byte[]> record);

    /** Whether everything that was in the topic at the start has been read. */
    protected abstract boolean isComplete();

    /** Everything that was in the topic at the start has been read. */
    protected abstract void complete();

    /** The topic is another one or has lost messages: what was read before does not count. */
    protected abstract void forget();

    @Override
    protected final Consumer<byte[], byte[]> connect() {
        return topic.consumer("", Map.of());
    }

    @Override
    protected final void follow(Consumer<byte[], byte[]> connected) {
        try (KafkaTopics topics = topic.topics()) {
            begin(topic.create(topics));
            TopicPartition partition = topic.partition();
            connected.assign(List.of(partition));
            connected.seekToBeginning(List.of(partition));
            long end =
                    connected.endOffsets(List.of(partition), topic.patience()).getOrDefault(partition, 0L);
            complained = false;
            while (isWanted() && topics.id(topic.name()).equals(id)) {
                readForAWhile(connected, partition, end);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    private void begin(Uuid found) {
        if (id != null && !id.equals(found)) {
            startAnew();
        }
        id = found;
    }

    private void startAnew() {
        log.warn("{} is not what it was; it is read from its beginning", topic.name());
        forget();
        id = null;
    }

    private void readForAWhile(Consumer<byte[], byte[]> connected, TopicPartition partition, long end) {
        long began = System.nanoTime();
        while (isWanted() && System.nanoTime() - began < BETWEEN_LOOKS.toNanos()) {
            lastOfEachKey(connected.poll(LONGEST_WAIT).records(partition)).forEach(this::readOrLeave);
            if (!isComplete() && connected.position(partition, topic.patience()) >= end) {
                complete();
            }
        }
    }

    @Override
    protected final void failed(KafkaException failure) {
        if (failure instanceof OffsetOutOfRangeException) {
            startAnew();
        } else if (!complained) {
            log.warn("{} can't be read; what was read of it stays in force", topic.name(), failure);
            complained = true;
        }
    }

    @Override
    protected final void ended() {
        complained = false;
    }

    private void readOrLeave(ConsumerRecord<byte[], byte[]> record) {
        try {
            read(record);
        } catch (RuntimeException unreadable) {
            log.error(
                    "The message at {} of {} can't be read and is left out", record.offset(), topic.name(), unreadable);
        }
    }

    private static Collection<ConsumerRecord<byte[], byte[]>> lastOfEachKey(
            List<ConsumerRecord<byte[], byte[]>> records) {
        var last = new LinkedHashMap<ByteBuffer, ConsumerRecord<byte[], byte[]>>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            last.putLast(ByteBuffer.wrap(record.key()), record);
        }
        return last.values();
    }
}
