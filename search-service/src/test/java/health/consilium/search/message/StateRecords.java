package health.consilium.search.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records of the state topics as their publishers write them, made from the examples in contracts. */
public final class StateRecords {

    private static final JsonMapper JSON = new JsonMapper();

    private final StateTopic topic;
    private final String key;
    private final byte[] data;
    private final Map<String, String> headers;

    private StateRecords(StateTopic topic, String key, byte[] data, Map<String, String> headers) {
        this.topic = topic;
        this.key = key;
        this.data = data;
        this.headers = headers;
    }

    /** The example of that name for a topic: {@code minimal}, {@code full} or {@code withdrawn}. */
    public static StateRecords example(StateTopic topic, String name) {
        return of(topic, (ObjectNode) JSON.readTree(bytes(aggregate(topic) + "-" + name)));
    }

    /** A record that carries this state. */
    public static StateRecords of(StateTopic topic, ObjectNode state) {
        String id = state.path("id").asString();
        String event = state.path("status").asString("").equals("withdrawn") ? "withdrawn" : "published";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id + "-" + state.path("version").asString());
        headers.put("ce_type", "health.consilium." + aggregate(topic) + "." + event);
        headers.put("ce_source", "/consilium/" + topic.source());
        headers.put("ce_subject", id);
        headers.put("ce_time", "2026-05-01T10:00:00Z");
        headers.put("ce_dataschema", "/contracts/" + aggregate(topic) + ".schema.json");
        headers.put("partitionkey", id);
        headers.put("aggregateversion", state.path("version").asString());
        return new StateRecords(topic, id, JSON.writeValueAsBytes(state), headers);
    }

    /** The same document under another id and version. */
    public StateRecords as(String id, long version) {
        return of(topic, state().put("id", id).put("version", version));
    }

    public StateRecords titled(String title) {
        return of(topic, state().put("title", title));
    }

    /** A question with this text. */
    public StateRecords saying(String text) {
        return of(topic, state().put("text", text));
    }

    public StateRecords withUnknownField() {
        ObjectNode state = state();
        state.putObject("addedLater").put("deep", true);
        return of(topic, state);
    }

    public StateRecords type(String type) {
        return header("ce_type", type);
    }

    public StateRecords header(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new StateRecords(topic, key, data, changed);
    }

    public StateRecords data(String text) {
        return new StateRecords(topic, key, text.getBytes(UTF_8), headers);
    }

    ConsumerRecord<byte[], byte[]> record() {
        return consumed(data);
    }

    ConsumerRecord<byte[], byte[]> tombstone() {
        return consumed(null);
    }

    /** To be published. */
    public ProducerRecord<byte[], byte[]> published() {
        return new ProducerRecord<>(topic.topic(), null, key.getBytes(UTF_8), data, headers());
    }

    /** Its tombstone, to be published. */
    public ProducerRecord<byte[], byte[]> publishedTombstone() {
        return new ProducerRecord<>(topic.topic(), null, key.getBytes(UTF_8), null, headers());
    }

    private ConsumerRecord<byte[], byte[]> consumed(byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic.topic(),
                0,
                0,
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                value,
                headers(),
                Optional.empty());
    }

    private Headers headers() {
        Headers all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(UTF_8)));
        return all;
    }

    private ObjectNode state() {
        return (ObjectNode) JSON.readTree(data);
    }

    private static String aggregate(StateTopic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String example) {
        String resource = "/contracts/examples/" + example + ".json";
        try (InputStream stream = Objects.requireNonNull(StateRecords.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
