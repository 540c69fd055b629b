package health.consilium.search.vector.background;

import static health.consilium.search.message.StateRecords.example;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.index.Change;
import health.consilium.search.message.StateMessages;
import health.consilium.search.message.StateTopic;
import health.consilium.search.message.UnreadableMessage;
import health.consilium.search.message.VectorTopic;
import health.consilium.search.vector.Models;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchWorkTests {

    private final VectorTopic topic = new VectorTopic("a-model");
    private final List<String> embedded = new ArrayList<>();
    private final Set<Long> known = new HashSet<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    @Test
    void computesTheVectorsOfAChangedText() {
        arrives(article("a", 1, "Nosebleed"));

        Work work = work();

        assertThat(published(work)).containsExactly("article/a");
        assertThat(changes(work).getFirst().vectors()).isNotEmpty();
        assertThat(next(work)).isEqualTo(1);
    }

    @Test
    void computesOnlyTheLastOfSeveralTexts() {
        arrives(article("a", 1, "Nose"));
        arrives(article("b", 1, "Ear"));
        arrives(article("a", 2, "Nosebleed"));

        Work work = work();

        assertThat(published(work)).containsExactly("article/b", "article/a");
        assertThat(embedded).contains("Nosebleed", "Ear").doesNotContain("Nose");
        assertThat(next(work)).isEqualTo(3);
    }

    @Test
    void leavesAloneWhatIsKnown() {
        arrives(article("a", 1, "Nosebleed"));
        known.add(changes(work()).getFirst().fingerprint());
        embedded.clear();
        records.clear();
        arrives(article("a", 2, "Nosebleed"));

        Work work = work();

        assertThat(published(work)).isEmpty();
        assertThat(embedded).isEmpty();
        assertThat(next(work)).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatTheModelDoesNotUnderstand() {
        arrives(article("a", 1, "N0sebleed"));

        Work work = work();

        assertThat(published(work)).isEmpty();
        assertThat(count("foreign")).isEqualTo(1);
        assertThat(next(work)).isEqualTo(1);
    }

    @Test
    void forgetsTheVectorsOfWhatIsGone() {
        arrives(article("a", 1, "Nosebleed"));
        arrives(example(StateTopic.ARTICLE, "withdrawn").as("a", 2).published());

        Work work = work();

        assertThat(published(work)).containsExactly("article/a gone");
        assertThat(embedded).isEmpty();
    }

    @Test
    void passesOverWhatCantBeRead() {
        arrives(new ProducerRecord<>(StateTopic.ARTICLE.topic(), "a".getBytes(UTF_8), "nonsense".getBytes(UTF_8)));
        arrives(article("b", 1, "Ear"));

        Work work = work();

        assertThat(published(work)).containsExactly("article/b");
        assertThat(next(work)).isEqualTo(2);
    }

    @Test
    void leavesTheRestForLaterWhenItIsStopped() {
        arrives(article("a", 1, "Nosebleed"));
        arrives(article("b", 1, "Ear"));

        Work work = work(() -> embedded.isEmpty());

        assertThat(published(work)).containsExactly("article/a");
        assertThat(next(work)).isEqualTo(1);
    }

    @Test
    void goesOnWithTheNextDocumentWhenOneFails() {
        arrives(article("a", 1, "Too much"));
        arrives(article("b", 1, "Ear"));

        Work work = work();

        assertThat(published(work)).containsExactly("article/b");
        assertThat(count("failed")).isEqualTo(1);
        assertThat(next(work)).isEqualTo(2);
    }

    private static ProducerRecord<byte[], byte[]> article(String id, long version, String title) {
        return example(StateTopic.ARTICLE, "minimal")
                .as(id, version)
                .titled(title)
                .published();
    }

    private void arrives(ProducerRecord<byte[], byte[]> record) {
        ConsumerRecord<byte[], byte[]> arrived =
                new ConsumerRecord<>(record.topic(), 0, records.size(), record.key(), record.value());
        record.headers().forEach(arrived.headers()::add);
        records.add(arrived);
    }

    private Work work() {
        return work(() -> true);
    }

    private Work work(BooleanSupplier wanted) {
        WorkMetrics metrics = new WorkMetrics(meters, OptionalLong::empty);
        DocumentWork documents = new DocumentWork(
                new Models.Measuring(), this::embed, (key, fingerprint) -> known.contains(fingerprint), topic, metrics);
        return new BatchWork(new StateMessages(), documents, metrics).on(records, wanted);
    }

    private float[] embed(String text) {
        if (text.equals("Too much")) {
            throw new IllegalStateException("no memory");
        }
        embedded.add(text);
        return new float[] {0.5f, 0.5f};
    }

    private List<String> published(Work work) {
        return changes(work).stream()
                .map(change -> change.key() + (change.vectors().isEmpty() ? " gone" : ""))
                .toList();
    }

    private List<Change.Vectors> changes(Work work) {
        List<Change.Vectors> changes = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : work.records()) {
            try {
                changes.add(topic.read(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value())));
            } catch (UnreadableMessage unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return changes;
    }

    private static long next(Work work) {
        OffsetAndMetadata next = work.next().get(new TopicPartition(StateTopic.ARTICLE.topic(), 0));
        return next == null ? 0 : next.offset();
    }

    private double count(String outcome) {
        return meters.counter("consilium.search.vectors.documents", "outcome", outcome)
                .count();
    }
}
