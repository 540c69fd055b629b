package health.consilium.search.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryVectorsTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch free = new CountDownLatch(1);
    private QueryVectors vectors = of(LoadedModel.none(), LONG);

    @AfterEach
    void close() {
        free.countDown();
        vectors.close();
    }

    @Test
    void givesAQueryItsVector() {
        vectors = of(Models.loaded(new Models.Measuring()), LONG);

        assertThat(vectors.of(" nosebleed "))
                .hasValueSatisfying(vector -> assertThat(vector).containsExactly(9, 1));
    }

    @Test
    void givesATextToCompareItsVectorAsItIsStored() {
        vectors = of(Models.loaded(new Models.Measuring()), LONG);

        assertThat(vectors.ofText("nosebleed"))
                .hasValueSatisfying(vector -> assertThat(vector).containsExactly(9, 0));
    }

    @Test
    void computesWhatIsAskedAgainOnce() {
        Models.Measuring model = new Models.Measuring();
        vectors = of(Models.loaded(model), LONG);

        vectors.of("nosebleed");
        vectors.of("nosebleed ");

        assertThat(model.asked).containsExactly("nosebleed");
        assertThat(meters.counter("consilium.search.vectors.query.remembered").count())
                .isEqualTo(1);
    }

    @Test
    void goesOnWithoutAVectorWhileThereIsNoModel() {
        vectors = of(Models.loading(() -> blockedUntilFree(new Models.Measuring())), LONG);
        QueryVectors off = of(LoadedModel.none(), LONG);

        assertThat(vectors.of("nosebleed")).isEmpty();
        assertThat(off.of("nosebleed")).isEmpty();

        off.close();
        assertThat(without("loading")).isEqualTo(1);
        assertThat(without("off")).isEqualTo(1);
    }

    @Test
    void goesOnWithoutAVectorForAnotherLanguage() {
        vectors = of(Models.loaded(new Models.Measuring()), LONG);

        assertThat(vectors.of("n0sebleed")).isEmpty();
        assertThat(without("language")).isEqualTo(1);
    }

    @Test
    void doesNotWaitForASlowModelAndHasTheVectorForTheNextSearch() {
        vectors = of(Models.loaded(slow()), SHORT);

        assertThat(vectors.of("nosebleed")).isEmpty();
        assertThat(without("late")).isEqualTo(1);

        free.countDown();
        await().until(() -> vectors.of("nosebleed").isPresent());
    }

    @Test
    void doesNotQueueForABusyModel() {
        vectors = of(Models.loaded(slow()), SHORT, new Breaker(100, LONG));

        for (int query = 0; query < 30; query++) {
            assertThat(vectors.of("nosebleed" + "s".repeat(query))).isEmpty();
        }

        assertThat(without("busy")).isEqualTo(12);
    }

    @Test
    void leavesAFailingModelAloneForAWhile() {
        vectors = of(Models.loaded(failing()), LONG, new Breaker(2, LONG));

        for (int query = 0; query < 5; query++) {
            assertThat(vectors.of("nosebleed" + "s".repeat(query))).isEmpty();
        }

        assertThat(without("failed")).isEqualTo(2);
        assertThat(without("broken")).isEqualTo(3);
    }

    private QueryVectors of(LoadedModel model, Duration patience) {
        return of(model, patience, new Breaker(5, LONG));
    }

    private QueryVectors of(LoadedModel model, Duration patience, Breaker breaker) {
        return new QueryVectors(model, patience, breaker, new QueryMetrics(meters));
    }

    private EmbeddingModel slow() {
        return new Models.Measuring() {
            @Override
            public float[] query(String text) {
                return blockedUntilFree(new float[] {0, 1});
            }
        };
    }

    private static EmbeddingModel failing() {
        return new Models.Measuring() {
            @Override
            public float[] query(String text) {
                throw new IllegalStateException("no memory");
            }

            @Override
            public List<float[]> passages(List<String> texts) {
                throw new IllegalStateException("no memory");
            }
        };
    }

    private <T> T blockedUntilFree(T value) {
        try {
            free.await();
            return value;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private double without(String reason) {
        return meters.counter("consilium.search.vectors.query.degraded", "reason", reason)
                .count();
    }
}
