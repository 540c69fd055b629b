package health.consilium.search.vector.background;

import health.consilium.search.index.Change;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import health.consilium.search.message.VectorTopic;
import health.consilium.search.vector.EmbeddingModel;
import health.consilium.search.vector.background.WorkMetrics.Outcome;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes what a document's change calls for. */
record DocumentWork(
        EmbeddingModel model,
        Function<String, float[]> embed,
        KnownVectors known,
        VectorTopic topic,
        WorkMetrics metrics) {

    private static final Logger log = LoggerFactory.getLogger(DocumentWork.class);

    /** The record to publish; none when the vectors are there, or the model does not understand the text. */
    Optional<ProducerRecord<byte[], byte[]>> vectors(Change change) {
        if (change instanceof Change.Put put) {
            return vectors(put.document());
        }
        metrics.count(Outcome.REMOVED);
        return Optional.of(topic.tombstone(change.key()));
    }

    private Optional<ProducerRecord<byte[], byte[]>> vectors(SearchDocument document) {
        SearchText text = document.text();
        long fingerprint = text.fingerprint();
        if (!model.understands(document.attributes().language(), text.title() + " " + text.body())) {
            metrics.count(Outcome.FOREIGN);
            return Optional.empty();
        }
        if (known.has(document.key(), fingerprint)) {
            metrics.count(Outcome.KNOWN);
            return Optional.empty();
        }
        try {
            var vectors = new Change.Vectors(document.key(), fingerprint, DocumentVectors.of(text, embed));
            metrics.count(Outcome.COMPUTED);
            return Optional.of(topic.record(vectors));
        } catch (RuntimeException failed) {
            log.error("{} stays without vectors until it changes", document.key(), failed);
            metrics.count(Outcome.FAILED);
            return Optional.empty();
        }
    }
}
