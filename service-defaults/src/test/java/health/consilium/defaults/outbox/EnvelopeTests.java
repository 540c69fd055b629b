package health.consilium.defaults.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTests {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void bringsTheDataUnchangedToItsTopicUnderItsKey() {
        byte[] data = "{\"text\":\"Größe\"}".getBytes(StandardCharsets.UTF_8);

        var kafka = delivered(data, TRACE);

        assertThat(kafka.topic()).isEqualTo("notes.v1");
        assertThat(kafka.key()).asString(StandardCharsets.UTF_8).isEqualTo("note-ü");
        assertThat(kafka.value()).isEqualTo(data);
        assertThat(kafka.partition()).isNull();
    }

    @Test
    void tellsInHeadersWhatHappened() {
        var kafka = delivered(new byte[] {'{', '}'}, TRACE);

        assertThat(headers(kafka))
                .containsExactly(
                        entry("content-type", "application/json"),
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "5f1c"),
                        entry("ce_type", "note.written"),
                        entry("ce_source", "/consilium/notes"),
                        entry("ce_subject", "note-ü"),
                        entry("ce_time", "2020-02-29T10:00:00Z"),
                        entry("ce_dataschema", "/contracts/note.schema.json"),
                        entry("partitionkey", "note-ü"),
                        entry("aggregateversion", "9223372036854775807"),
                        entry("traceparent", TRACE));
    }

    @Test
    void sendsATombstoneWithTheSameHeaders() {
        var kafka = delivered(null, TRACE);

        assertThat(kafka.value()).isNull();
        assertThat(headers(kafka)).isEqualTo(headers(delivered(new byte[0], TRACE)));
    }

    @Test
    void keepsEmptyDataApartFromATombstone() {
        assertThat(delivered(new byte[0], TRACE).value()).isNotNull().isEmpty();
    }

    @Test
    void leavesTheTraceOutWhenThereWasNone() {
        assertThat(headers(delivered(null, null))).doesNotContainKey("traceparent");
    }

    @Test
    void refusesBytesOfAnotherFormat() {
        byte[] bytes = envelope(null, null).toBytes();
        bytes[0] = 2;

        assertThatIllegalStateException().isThrownBy(() -> Envelope.parse(bytes));
    }

    @Test
    void refusesBytesThatWereCutOffBeforeTheData() {
        byte[] bytes = envelope(null, TRACE).toBytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Envelope.parse(cut));
        }
    }

    private static ProducerRecord<byte[], byte @Nullable []> delivered(
            byte @Nullable [] data, @Nullable String traceparent) {
        return Envelope.parse(envelope(data, traceparent).toBytes()).toRecord();
    }

    private static Envelope envelope(byte @Nullable [] data, @Nullable String traceparent) {
        var message = new OutboxMessage(
                "notes.v1", "note-ü", "note.written", Long.MAX_VALUE, "/contracts/note.schema.json", data);
        return new Envelope(message, "5f1c", "/consilium/notes", "2020-02-29T10:00:00Z", traceparent);
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte @Nullable []> kafka) {
        var headers = new LinkedHashMap<String, String>();
        kafka.headers()
                .forEach(header -> headers.put(
                        header.key(), new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8)));
        return headers;
    }
}
