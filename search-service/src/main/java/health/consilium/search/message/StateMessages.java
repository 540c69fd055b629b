package health.consilium.search.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns the records of state topics into changes. */
@Component
public final class StateMessages {

    private static final String VERSION_HEADER = "aggregateversion";
    private static final int LONGEST_ID = 512;

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The change a record stands for; none for a type of event that says nothing about the document. */
    public Optional<Change> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        StateTopic topic = StateTopic.of(record.topic());
        if (record.value() == null) {
            return Optional.of(tombstone(record, topic));
        }
        CloudEvent event = event(record);
        if (!event.getType().startsWith(topic.typePrefix())) {
            return Optional.empty();
        }
        StateMessage message = message(event, topic);
        DocumentKey key = new DocumentKey(topic.type(), id(message, record));
        long version = version(record, message.version());
        if (message.isWithdrawn()) {
            return Optional.of(new Change.Remove(key, version));
        }
        return Optional.of(new Change.Put(document(message, key, version, time(event, record))));
    }

    private SearchDocument document(StateMessage message, DocumentKey key, long version, Instant changedAt)
            throws UnreadableMessage {
        try {
            return message.document(key, version, changedAt, json);
        } catch (RuntimeException unexpected) {
            throw new UnreadableMessage("The data can't be turned into a document", unexpected);
        }
    }

    private static Change tombstone(ConsumerRecord<byte[], byte[]> record, StateTopic topic) throws UnreadableMessage {
        if (record.key() == null || record.key().length > LONGEST_ID) {
            throw new UnreadableMessage("A tombstone has no key of 1 to 512 bytes");
        }
        long anyVersion = 0;
        return new Change.Remove(
                new DocumentKey(topic.type(), new String(record.key(), UTF_8)), version(record, anyVersion));
    }

    private static CloudEvent event(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        try {
            return KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException notAnEvent) {
            throw new UnreadableMessage("The headers are not those of a CloudEvent", notAnEvent);
        }
    }

    private StateMessage message(CloudEvent event, StateTopic topic) throws UnreadableMessage {
        CloudEventData data = event.getData();
        if (data == null) {
            throw new UnreadableMessage("The event has no data");
        }
        try {
            StateMessage message = json.readValue(data.toBytes(), form(topic));
            if (message == null) {
                throw new UnreadableMessage("The event's data is null");
            }
            return message;
        } catch (JacksonException unreadable) {
            throw new UnreadableMessage("The data is not the expected JSON" + place(unreadable), unreadable);
        }
    }

    private static Class<? extends StateMessage> form(StateTopic topic) {
        return switch (topic) {
            case ARTICLE -> ArticleMessage.class;
            case PAPER -> PaperMessage.class;
            case QUESTION -> QuestionMessage.class;
        };
    }

    private static String place(JacksonException unreadable) {
        var location = unreadable.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String id(StateMessage message, ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        String id = message.id();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw new UnreadableMessage("The data has no id of 1 to 512 characters");
        }
        if (record.key() != null && !id.equals(new String(record.key(), UTF_8))) {
            throw new UnreadableMessage("The key is not the id in the data");
        }
        if (!message.isWithdrawn() && Texts.isBlank(message.title())) {
            throw new UnreadableMessage("The data has no title");
        }
        return id;
    }

    private static long version(ConsumerRecord<byte[], byte[]> record, @Nullable Long inData) throws UnreadableMessage {
        Header header = record.headers().lastHeader(VERSION_HEADER);
        if (header == null || header.value() == null) {
            if (inData == null) {
                throw new UnreadableMessage("The header aggregateversion is missing");
            }
            return inData;
        }
        try {
            long version = Long.parseLong(new String(header.value(), UTF_8));
            if (version > 0) {
                return version;
            }
        } catch (NumberFormatException notANumber) {
            throw new UnreadableMessage("The header aggregateversion is not a number", notANumber);
        }
        throw new UnreadableMessage("The header aggregateversion is not positive");
    }

    private static Instant time(CloudEvent event, ConsumerRecord<byte[], byte[]> record) {
        return event.getTime() == null
                ? Instant.ofEpochMilli(record.timestamp())
                : event.getTime().toInstant();
    }
}
