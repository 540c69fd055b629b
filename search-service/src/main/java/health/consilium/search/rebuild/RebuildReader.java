package health.consilium.search.rebuild;

import health.consilium.search.broker.SharedTopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps all rebuilds as their topic tells them. */
final class RebuildReader extends SharedTopicReader {

    private final RebuildTopic topic;
    private final Rebuilds rebuilds;

    RebuildReader(RebuildTopic topic, Rebuilds rebuilds, ApplicationEventPublisher events) {
        super(topic, events);
        this.topic = topic;
        this.rebuilds = rebuilds;
    }

    @Override
    protected void read(ConsumerRecord<byte[], byte[]> record) {
        topic.read(record, rebuilds);
    }

    @Override
    protected boolean isComplete() {
        return rebuilds.isComplete();
    }

    @Override
    protected void complete() {
        rebuilds.complete();
    }

    @Override
    protected void forget() {
        rebuilds.forget();
    }
}
