package health.consilium.search.rebuild;

import health.consilium.search.broker.KafkaReader;
import java.time.Duration;
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

/** Reads the topic of rebuilds from its beginning and for ever after. */
final class RebuildReader extends KafkaReader {

    private static final Logger log = LoggerFactory.getLogger(RebuildReader.class);
    private static final String NAME = "search-rebuilds";
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final RebuildTopic topic;
    private final Rebuilds rebuilds;
    private boolean complained;

    RebuildReader(RebuildTopic topic, Rebuilds rebuilds, ApplicationEventPublisher events) {
        super(NAME, events);
        this.topic = topic;
        this.rebuilds = rebuilds;
    }

    @Override
    protected Consumer<byte[], byte[]> connect() {
        return topic.consumer(NAME, Map.of());
    }

    @Override
    protected void follow(Consumer<byte[], byte[]> connected) {
        createTopic();
        TopicPartition partition = topic.partition();
        connected.assign(List.of(partition));
        connected.seekToBeginning(List.of(partition));
        long end = connected.endOffsets(List.of(partition), topic.patience()).getOrDefault(partition, 0L);
        complained = false;
        while (isWanted()) {
            connected.poll(LONGEST_WAIT).records(partition).forEach(this::read);
            if (!rebuilds.isComplete() && connected.position(partition, topic.patience()) >= end) {
                rebuilds.complete();
            }
        }
    }

    @Override
    protected void failed(KafkaException failure) {
        if (failure instanceof OffsetOutOfRangeException) {
            log.warn("The topic of rebuilds is another one; it is read from its beginning. {}", failure.getMessage());
            rebuilds.forget();
        } else if (!complained) {
            log.warn("The topic of rebuilds can't be read; none begins", failure);
            complained = true;
        }
    }

    @Override
    protected void ended() {
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

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            topic.read(record, rebuilds);
        } catch (RuntimeException unreadable) {
            log.error("The message at {} of the topic of rebuilds can't be read", record.offset(), unreadable);
        }
    }
}
