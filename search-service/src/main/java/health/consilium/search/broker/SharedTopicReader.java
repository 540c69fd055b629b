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
import org.apache.kafka.common.errors.WakeupException;
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
    /** The offset up to which the topic was read, by whichever connection. */
    private long seen;

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

    /** The topic is another one: what was read before does not count. */
    protected abstract void forget();

    @Override
    protected final Consumer<byte[], byte[]> connect() {
        return topic.consumer("", Map.of());
    }

    @Override
    protected final void follow(Consumer<byte[], byte[]> connected) {
        createTopic();
        TopicPartition partition = topic.partition();
        connected.assign(List.of(partition));
        long end = begin(connected, partition);
        long looked = System.nanoTime();
        complained = false;
        while (isWanted()) {
            List<ConsumerRecord<byte[], byte[]>> records =
                    connected.poll(LONGEST_WAIT).records(partition);
            lastOfEachKey(records).forEach(this::readOrLeave);
            if (!records.isEmpty()) {
                seen = Math.max(seen, records.getLast().offset() + 1);
            }
            if (!isComplete() && connected.position(partition, topic.patience()) >= end) {
                complete();
            }
            if (System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
                if (isAnother(end(connected, partition))) {
                    end = begin(connected, partition);
                }
                looked = System.nanoTime();
            }
        }
    }

    /** Reads from the beginning on; the topic's end now. */
    private long begin(Consumer<byte[], byte[]> connected, TopicPartition partition) {
        long end = end(connected, partition);
        if (isAnother(end)) {
            log.warn("{} is another topic now; it is read from its beginning", topic.name());
            forget();
            seen = 0;
        }
        connected.seekToBeginning(List.of(partition));
        return end;
    }

    /** A topic that ends before what was read of it was deleted and made anew; not every consumer is told. */
    private boolean isAnother(long end) {
        return end < seen;
    }

    private long end(Consumer<byte[], byte[]> connected, TopicPartition partition) {
        return connected.endOffsets(List.of(partition), topic.patience()).getOrDefault(partition, 0L);
    }

    @Override
    protected final void failed(KafkaException failure) {
        if (failure instanceof OffsetOutOfRangeException) {
            log.warn("{} is another topic now; it is read from its beginning. {}", topic.name(), failure.getMessage());
            forget();
            seen = 0;
        } else if (!complained) {
            log.warn("{} can't be read; what was read of it stays in force", topic.name(), failure);
            complained = true;
        }
    }

    @Override
    protected final void ended() {
        complained = false;
    }

    private void createTopic() {
        try {
            topic.create();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
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
