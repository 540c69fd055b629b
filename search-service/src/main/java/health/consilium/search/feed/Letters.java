package health.consilium.search.feed;

import health.consilium.search.message.UnreadableMessage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes messages that can't be read. */
@FunctionalInterface
interface Letters {

    /** Whether the message is now kept; when not, it must be read again. */
    boolean keep(ConsumerRecord<byte[], byte[]> record, UnreadableMessage problem);
}
