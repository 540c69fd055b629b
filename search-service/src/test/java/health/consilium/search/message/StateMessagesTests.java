package health.consilium.search.message;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.search.index.Attributes;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchDocument;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateMessagesTests {

    private final StateMessages messages = new StateMessages();

    @Test
    void readsAnArticle() throws UnreadableMessage {
        SearchDocument article = document(example(StateTopic.ARTICLE, "full").record());

        assertThat(article.key()).isEqualTo(new DocumentKey(DocumentType.ARTICLE, "first-aid-burns"));
        assertThat(article.version()).isEqualTo(7);
        assertThat(article.text().title()).isEqualTo("Burns and scalds");
        assertThat(article.text().headings()).contains("At home", "Cool it");
        assertThat(article.text().topics()).containsExactly("Injuries");
        assertThat(article.text().authors()).containsExactly("Mara Lindqvist");
        assertThat(article.text().body()).startsWith("Cool it Hold the burn").doesNotContain("<");
        assertThat(article.attributes().classifications()).containsExactly("injuries");
        assertThat(article.attributes().updatedAt()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void readsAQuestion() throws UnreadableMessage {
        SearchDocument question = document(example(StateTopic.QUESTION, "full").record());

        Attributes attributes = question.attributes();
        assertThat(attributes.externalId()).isEqualTo("example-2");
        assertThat(attributes.specialty()).isEqualTo("orthopaedics");
        assertThat(attributes.year()).isEqualTo(2026);
        assertThat(attributes.summary()).contains("\"answerCount\":2").doesNotContain("rowan");
        assertThat(question.text().doctors()).containsExactly("Dr Ada Whitcombe", "Dr Piet Zandstra");
        assertThat(question.text().topics()).containsExactly("Ankle sprain", "twisted ankle");
        assertThat(question.text().body())
                .contains("twisted his ankle", "Let pain be the guide", "May he swim", "Most sprains heal");
    }

    @Test
    void readsAPaper() throws UnreadableMessage {
        SearchDocument paper = document(example(StateTopic.PAPER, "full").record());

        assertThat(paper.text().doi()).isEqualTo("10.5555/consilium.example.2");
        assertThat(paper.text().authors()).containsExactly("Ilse Vandermolen", "R. Okonjo-Hale");
        assertThat(paper.text().headings()).contains("Journal of Invented First Aid");
        assertThat(paper.text().body()).startsWith("Background: cooling matters.");
        assertThat(paper.attributes().year()).isEqualTo(2024);
    }

    @ParameterizedTest
    @EnumSource(StateTopic.class)
    void readsTheLeastAMessageMayHold(StateTopic topic) throws UnreadableMessage {
        assertThat(document(example(topic, "minimal").record()).text().title()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(StateTopic.class)
    void ignoresFieldsItDoesNotKnow(StateTopic topic) throws UnreadableMessage {
        StateRecords known = example(topic, "full");

        assertThat(read(known.withUnknownField().record())).isEqualTo(read(known.record()));
    }

    @ParameterizedTest
    @EnumSource(StateTopic.class)
    void removesWhatIsWithdrawn(StateTopic topic) throws UnreadableMessage {
        StateRecords withdrawn = example(topic, "withdrawn");

        assertThat(read(withdrawn.record())).containsInstanceOf(Change.Remove.class);
        assertThat(read(withdrawn.tombstone())).isEqualTo(read(withdrawn.record()));
    }

    @Test
    void takesTheStateWhateverHappenedToIt() throws UnreadableMessage {
        ConsumerRecord<byte[], byte[]> record = example(StateTopic.ARTICLE, "full")
                .type("health.consilium.article.renamed-in-a-later-version")
                .record();

        assertThat(read(record)).containsInstanceOf(Change.Put.class);
    }

    @Test
    void skipsEventsAboutSomethingElse() throws UnreadableMessage {
        ConsumerRecord<byte[], byte[]> record =
                example(StateTopic.ARTICLE, "full").type("org.example.greeting").record();

        assertThat(read(record)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"id\":\"first-aid-burns\"}", "{\"id\":7", "\u0000\u0001"})
    void refusesDataItCannotUse(String data) {
        assertUnreadable(example(StateTopic.ARTICLE, "full").data(data).record());
    }

    @Test
    void refusesHeadersItCannotUse() {
        StateRecords article = example(StateTopic.ARTICLE, "full");

        assertUnreadable(article.header("ce_specversion", null).record());
        assertUnreadable(article.header("aggregateversion", "seven").record());
        assertUnreadable(article.header("aggregateversion", "0").record());
    }

    @Test
    void tellsWhyWithoutRepeatingTheData() {
        ConsumerRecord<byte[], byte[]> record = example(StateTopic.ARTICLE, "full")
                .data("{\"id\":\"first-aid-burns\",\"updatedAt\":\"secret\"}")
                .record();

        assertThatThrownBy(() -> messages.read(record))
                .hasMessageContaining("not the expected JSON")
                .hasMessageNotContaining("secret");
    }

    private void assertUnreadable(ConsumerRecord<byte[], byte[]> record) {
        assertThatThrownBy(() -> messages.read(record)).isInstanceOf(UnreadableMessage.class);
    }

    private Optional<Change> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        return messages.read(record);
    }

    private SearchDocument document(ConsumerRecord<byte[], byte[]> record) throws UnreadableMessage {
        return ((Change.Put) read(record).orElseThrow()).document();
    }
}
