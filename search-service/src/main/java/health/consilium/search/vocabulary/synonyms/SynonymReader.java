package health.consilium.search.vocabulary.synonyms;

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

/** Reads the topic from its beginning and for ever after, and puts the last set in force. */
final class SynonymReader extends KafkaReader {

    private static final Logger log = LoggerFactory.getLogger(SynonymReader.class);
    private static final String NAME = "search-synonyms";
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final SynonymTopic topic;
    private final SynonymSets sets;
    private boolean complained;

    SynonymReader(SynonymTopic topic, SynonymSets sets, ApplicationEventPublisher events) {
        super(NAME, events);
        this.topic = topic;
        this.sets = sets;
    }

    @Override
    protected Consumer<byte[], byte[]> connect() {
        return topic.consumer(NAME);
    }

    @Override
    protected void follow(Consumer<byte[], byte[]> connected) {
        createTopic();
        TopicPartition partition = topic.partition();
        connected.assign(List.of(partition));
        connected.seekToBeginning(List.of(partition));
        Map<TopicPartition, Long> ends = connected.endOffsets(List.of(partition), topic.patience());
        long end = ends.getOrDefault(partition, 0L);
        complained = false;
        while (isWanted()) {
            takeLast(connected.poll(LONGEST_WAIT).records(partition));
            if (!sets.isKnown() && connected.position(partition, topic.patience()) >= end) {
                sets.becomeKnown();
                log.info("Read all synonyms: version {} is in force", sets.set().version());
            }
        }
    }

    @Override
    protected void failed(KafkaException failure) {
        if (failure instanceof OffsetOutOfRangeException) {
            log.warn("The topic of synonyms is another one; it is read from its beginning. {}", failure.getMessage());
            sets.forget();
        } else if (!complained) {
            log.warn(
                    "The synonyms' topic can't be read; searches go on with version {}",
                    sets.set().version(),
                    failure);
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

    private void takeLast(List<ConsumerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        ConsumerRecord<byte[], byte[]> last = records.getLast();
        try {
            long version = SynonymTopic.version(last.offset());
            SynonymSet taken = sets.take(version, topic.read(last));
            log.debug("Read version {}", taken.version());
        } catch (RuntimeException unreadable) {
            log.error("The synonyms at {} can't be read; those before stay in force", last.offset(), unreadable);
        }
    }
}
