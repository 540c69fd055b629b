package health.consilium.defaults.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What happened to one aggregate, as it goes to Kafka.
 *
 * @param topic the Kafka topic
 * @param key the aggregate's id, the record's key
 * @param type the CloudEvents type
 * @param version the aggregate's version, rising with each message of the key
 * @param dataSchema the schema's URI
 * @param data the JSON bytes; {@code null} makes a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares messages
public record OutboxMessage(
        String topic, String key, String type, long version, String dataSchema, byte @Nullable [] data) {}
