package health.consilium.search.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The compacted topic of the vectors that one model made of the documents' texts; a record's key is that of the
 * document.
 *
 * @param model the model's id
 */
public record VectorTopic(String model) {

    /** Its name in Kafka. The last part grows when vectors are made of other parts of a text, or written otherwise. */
    public String name() {
        return "consilium.search.vectors." + model + ".v1";
    }

    /** To be published: the vectors of a text. */
    public ProducerRecord<byte[], byte[]> record(Change.Vectors vectors) {
        return new ProducerRecord<>(name(), key(vectors.key()), VectorForm.bytes(vectors));
    }

    /** To be published: the document is gone. */
    public ProducerRecord<byte[], byte[]> tombstone(DocumentKey key) {
        return new ProducerRecord<>(name(), key(key), null);
    }

    /** The change a record stands for. */
    public Change.Vectors read(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        DocumentKey key = key(record.key());
        return record.value() == null ? new Change.Vectors(key, 0, List.of()) : VectorForm.read(key, record.value());
    }

    private static byte[] key(DocumentKey key) {
        return key.toString().getBytes(UTF_8);
    }

    private static DocumentKey key(byte[] bytes) throws UnreadableMessage {
        String[] parts = bytes == null ? new String[0] : new String(bytes, UTF_8).split("/", 2);
        DocumentType type = parts.length < 2 ? null : DocumentType.of(parts[0]).orElse(null);
        if (type == null) {
            throw new UnreadableMessage("The key names no document");
        }
        return new DocumentKey(type, parts[1]);
    }
}
