package health.consilium.search.feed;

import health.consilium.search.index.Change;
import health.consilium.search.message.StateMessages;
import health.consilium.search.message.StateTopic;
import health.consilium.search.message.UnreadableMessage;
import health.consilium.search.message.VectorTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the index is fed from: the state topics and, unless vectors are switched off, their topic. */
record Sources(StateMessages states, @Nullable VectorTopic vectors) {

    List<String> topics() {
        List<String> topics = new ArrayList<>(StateTopic.names());
        if (vectors != null) {
            topics.add(vectors.name());
        }
        return topics;
    }

    Optional<Change> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        return vectors != null && vectors.name().equals(record.topic())
                ? Optional.of(vectors.read(record))
                : states.read(record);
    }
}
