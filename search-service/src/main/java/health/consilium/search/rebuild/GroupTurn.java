package health.consilium.search.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of the services that share an index, the one to which Kafka deals out the one partition of the topic of rebuilds. */
final class GroupTurn implements Turn {

    private static final Logger log = LoggerFactory.getLogger(GroupTurn.class);
    private static final Duration WHILE_DEALING = Duration.ofMillis(100);
    private static final int GONE_AFTER_MS = 10_000;

    private final RebuildTopic topic;
    private final String group;
    private @Nullable Consumer<byte[], byte[]> member;

    GroupTurn(RebuildTopic topic, String group) {
        this.topic = topic;
        this.group = group;
    }

    @Override
    public boolean isMine() {
        try {
            return isDealtOut(member());
        } catch (KafkaException failed) {
            log.debug("Nobody knows whose turn it is", failed);
            close();
            return false;
        }
    }

    @Override
    public void close() {
        if (member != null) {
            member.close();
            member = null;
        }
    }

    private static boolean isDealtOut(Consumer<byte[], byte[]> consumer) {
        boolean mine = !consumer.assignment().isEmpty();
        int read = consumer.poll(mine ? Duration.ZERO : WHILE_DEALING).count();
        log.trace("Passing over {} messages", read);
        consumer.pause(consumer.assignment());
        return !consumer.assignment().isEmpty();
    }

    private Consumer<byte[], byte[]> member() {
        Consumer<byte[], byte[]> known = member;
        if (known == null) {
            known = topic.consumer(
                    "-turn",
                    Map.of(
                            ConsumerConfig.GROUP_ID_CONFIG,
                            group,
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "latest",
                            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                            GONE_AFTER_MS));
            known.subscribe(List.of(topic.name()));
            member = known;
        }
        return known;
    }
}
