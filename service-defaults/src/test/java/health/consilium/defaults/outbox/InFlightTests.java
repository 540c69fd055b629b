package health.consilium.defaults.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.replication.LogSequenceNumber;

class InFlightTests {

    private final InFlight inFlight = new InFlight(10);

    @Test
    void isAcknowledgedOnlyUpToTheOldestTransactionThatKafkaLacksAMessageOf() {
        Runnable first = inFlight.add(1);
        Runnable second = inFlight.add(1);
        inFlight.endTransaction(position(100));
        Runnable third = inFlight.add(1);
        inFlight.endTransaction(position(200));

        third.run();
        first.run();

        assertThat(inFlight.acknowledged()).isNull();

        second.run();

        assertThat(inFlight.acknowledged()).isEqualTo(position(200));
        assertThat(inFlight.acknowledged()).as("it has not moved since").isNull();
    }

    @Test
    void movesPastTransactionsWithoutMessages() {
        inFlight.endTransaction(position(100));
        Runnable message = inFlight.add(1);
        inFlight.endTransaction(position(200));
        inFlight.endTransaction(position(300));

        assertThat(inFlight.acknowledged()).isEqualTo(position(100));

        message.run();

        assertThat(inFlight.acknowledged()).isEqualTo(position(300));
    }

    @Test
    void waitsForTheEndOfATransaction() {
        inFlight.add(1).run();

        assertThat(inFlight.acknowledged()).isNull();

        inFlight.endTransaction(position(100));

        assertThat(inFlight.acknowledged()).isEqualTo(position(100));
    }

    @Test
    void isEmptyOnceKafkaHasEverythingThatWasRead() {
        assertThat(inFlight.isEmpty()).isTrue();

        Runnable message = inFlight.add(1);
        assertThat(inFlight.isEmpty()).isFalse();
        message.run();
        inFlight.endTransaction(position(100));
        assertThat(inFlight.isEmpty()).as("the position is not stored yet").isFalse();

        assertThat(inFlight.acknowledged()).isEqualTo(position(100));
        assertThat(inFlight.isEmpty()).isTrue();
    }

    @Test
    void waitsForRoomThatAnAcknowledgementGivesBack() throws Exception {
        assertThat(inFlight.reserve(8)).isTrue();
        Runnable acknowledged = inFlight.add(8);
        CompletableFuture<Boolean> waiting = reserving(4);

        await().during(Duration.ofMillis(100)).until(() -> !waiting.isDone());
        acknowledged.run();

        assertThat(waiting.get(4, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void letsAMessageThatIsLargerThanAllTheRoomGoAlone() throws InterruptedException {
        assertThat(inFlight.reserve(1000)).isTrue();
        Runnable acknowledged = inFlight.add(1000);
        CompletableFuture<Boolean> waiting = reserving(1);
        await().during(Duration.ofMillis(100)).until(() -> !waiting.isDone());

        acknowledged.run();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(4)).isEqualTo(true);
        assertThat(inFlight.reserve(9)).isTrue();
    }

    private CompletableFuture<Boolean> reserving(int bytes) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return inFlight.reserve(bytes);
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                },
                runnable -> Thread.ofVirtual().start(runnable));
    }

    private static LogSequenceNumber position(long value) {
        return LogSequenceNumber.valueOf(value);
    }
}
