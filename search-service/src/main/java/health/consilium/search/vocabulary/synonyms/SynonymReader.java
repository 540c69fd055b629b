package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.broker.SharedTopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Puts the last set of the topic in force. */
final class SynonymReader extends SharedTopicReader {

    private static final Logger log = LoggerFactory.getLogger(SynonymReader.class);

    private final SynonymTopic topic;
    private final SynonymSets sets;

    SynonymReader(SynonymTopic topic, SynonymSets sets, ApplicationEventPublisher events) {
        super(topic, events);
        this.topic = topic;
        this.sets = sets;
    }

    @Override
    protected void read(ConsumerRecord<byte[], byte[]> record) {
        SynonymSet taken = sets.take(SynonymTopic.version(record.offset()), topic.read(record));
        log.debug("Read version {}", taken.version());
    }

    @Override
    protected boolean isComplete() {
        return sets.isKnown();
    }

    @Override
    protected void complete() {
        sets.becomeKnown();
        log.info("Read all synonyms: version {} is in force", sets.set().version());
    }

    @Override
    protected void forget() {
        sets.forget();
    }
}
