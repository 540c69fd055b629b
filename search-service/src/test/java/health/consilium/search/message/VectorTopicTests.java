package health.consilium.search.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VectorTopicTests {

    private static final DocumentKey KEY = new DocumentKey(DocumentType.ARTICLE, "first/aid");
    private static final long FINGERPRINT = 0xFEDC_BA98_7654_3210L;

    private final VectorTopic topic = new VectorTopic("a-model");

    @Test
    void hasATopicOfItsOwnForEachModel() {
        assertThat(topic.name()).isEqualTo("consilium.search.vectors.a-model.v1");
    }

    @Test
    void keepsVectorsToThreeDigits() throws UnreadableMessage {
        float[] first = {0.123456f, -0.98765f, 0};
        float[] second = {1, -1, 0.0001234f};

        Change.Vectors read = read(written(List.of(first, second)));

        assertThat(read.key()).isEqualTo(KEY);
        assertThat(read.fingerprint()).isEqualTo(FINGERPRINT);
        assertThat(read.vectors()).hasSize(2);
        assertThat(read.vectors().getFirst()).containsExactly(first, within(0.0005f));
        assertThat(read.vectors().getLast()).containsExactly(second, within(0.0005f));
    }

    @Test
    void takesSixBytesMoreThanTheNumbersAndTheFingerprintOfAVector() {
        assertThat(written(List.of(new float[384], new float[384]))).hasSize(2 * 384 * 2 + 17);
    }

    @Test
    void readsATombstoneAsNoVectorsAnyMore() throws UnreadableMessage {
        ProducerRecord<byte[], byte[]> tombstone = topic.tombstone(KEY);

        Change.Vectors read = topic.read(record(tombstone.key(), tombstone.value()));

        assertThat(read.key()).isEqualTo(KEY);
        assertThat(read.vectors()).isEmpty();
    }

    @Test
    void refusesWhatWasDamaged() {
        byte[] value = written(List.of(new float[] {0.5f, 0.25f}));

        for (int place = 1; place < value.length; place++) {
            byte[] damaged = value.clone();
            damaged[place] ^= 0x10;
            assertThatThrownBy(() -> read(damaged)).isInstanceOf(UnreadableMessage.class);
        }
    }

    @Test
    void saysWhatIsWrong() {
        byte[] value = written(List.of(new float[] {0.5f, 0.25f}));

        assertUnreadable(() -> read(new byte[0]), "no known format");
        assertUnreadable(() -> read(new byte[] {9, 0, 0}), "no known format");
        assertUnreadable(() -> read(Arrays.copyOf(value, 9)), "end early");
        assertUnreadable(() -> read(Arrays.copyOf(value, value.length - 1)), "not as long");
        assertUnreadable(() -> topic.read(record("nothing".getBytes(UTF_8), value)), "names no document");
        assertUnreadable(() -> topic.read(record("recipe/soup".getBytes(UTF_8), value)), "names no document");
        assertUnreadable(() -> topic.read(record(null, value)), "names no document");
    }

    @Test
    void writesNothingThatIsNoVector() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(List.of(new float[] {Float.NaN})));
        assertThatIllegalArgumentException().isThrownBy(() -> written(List.of(new float[] {70_000})));
        assertThatIllegalArgumentException().isThrownBy(() -> written(List.of(new float[0])));
        assertThatIllegalArgumentException().isThrownBy(() -> written(List.of(new float[2], new float[3])));
    }

    private byte[] written(List<float[]> vectors) {
        return topic.record(new Change.Vectors(KEY, FINGERPRINT, vectors)).value();
    }

    private Change.Vectors read(byte[] value) throws UnreadableMessage {
        return topic.read(record(KEY.toString().getBytes(UTF_8), value));
    }

    private static void assertUnreadable(ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading).isInstanceOf(UnreadableMessage.class).hasMessageContaining(reason);
    }

    private ConsumerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(topic.name(), 0, 0, key, value);
    }
}
