package health.consilium.defaults.outbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A message as it stands in the write-ahead log: its CloudEvents attributes, then its data. */
record Envelope(
        OutboxMessage message,
        String id,
        String source,
        String time,
        @Nullable String traceparent) {

    private static final byte FORMAT = 1;

    byte[] toBytes() {
        byte[] data = message.data();
        var bytes = new ByteArrayOutputStream(512 + (data == null ? 0 : data.length));
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(message.topic());
            out.writeUTF(message.key());
            out.writeUTF(message.type());
            out.writeLong(message.version());
            out.writeUTF(message.dataSchema());
            out.writeUTF(id);
            out.writeUTF(source);
            out.writeUTF(time);
            out.writeUTF(traceparent == null ? "" : traceparent);
            out.writeInt(data == null ? -1 : data.length);
            if (data != null) {
                out.write(data);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Envelope parse(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("outbox message of unknown format " + format);
            }
            String topic = in.readUTF();
            String key = in.readUTF();
            String type = in.readUTF();
            long version = in.readLong();
            String schema = in.readUTF();
            String id = in.readUTF();
            String source = in.readUTF();
            String time = in.readUTF();
            String traceparent = in.readUTF();
            int length = in.readInt();
            byte[] data = length < 0 ? null : in.readNBytes(length);
            var message = new OutboxMessage(topic, key, type, version, schema, data);
            return new Envelope(message, id, source, time, traceparent.isEmpty() ? null : traceparent);
        } catch (IOException truncated) {
            throw new UncheckedIOException(truncated);
        }
    }

    /** The Kafka record: CloudEvents 1.0 in binary mode. */
    ProducerRecord<byte[], byte @Nullable []> toRecord() {
        var kafka = new ProducerRecord<byte[], byte @Nullable []>(message.topic(), utf8(message.key()), message.data());
        Headers headers = kafka.headers();
        headers.add("content-type", utf8("application/json"));
        headers.add("ce_specversion", utf8("1.0"));
        headers.add("ce_id", utf8(id));
        headers.add("ce_type", utf8(message.type()));
        headers.add("ce_source", utf8(source));
        headers.add("ce_subject", utf8(message.key()));
        headers.add("ce_time", utf8(time));
        headers.add("ce_dataschema", utf8(message.dataSchema()));
        headers.add("partitionkey", utf8(message.key()));
        headers.add("aggregateversion", utf8(Long.toString(message.version())));
        if (traceparent != null) {
            headers.add("traceparent", utf8(traceparent));
        }
        return kafka;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
