package health.consilium.search.feed;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SourcePartition;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an index that is built beside the live one from the topics' beginning, and has it take over. */
public final class Filling {

    private static final Logger log = LoggerFactory.getLogger(Filling.class);
    private static final String NAME = "search-rebuild";
    /** How long the live index may stand still at most while the last messages are read. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    /** So few messages behind, the live index can stand still until they are read; so it does if we come no closer. */
    private static final long CLOSE = 500;

    private final KafkaClients clients;
    private final FeedSettings settings;
    private final Sources sources;

    Filling(KafkaClients clients, FeedSettings settings, Sources sources) {
        this.clients = clients;
        this.settings = settings;
        this.sources = sources;
    }

    /** Whether {@code next} has taken over; it has not when it is not wanted any more. */
    public boolean fill(NextIndex next, BooleanSupplier wanted, Report report) {
        FeedProgress progress = new FeedProgress(InstantSource.system());
        // nobody counts these: the feed's meters are those of the live index
        FeedMetrics uncounted = new FeedMetrics(new CompositeMeterRegistry(), progress);
        BatchReader reader = new BatchReader(sources, (record, problem) -> isLeftToTheFeed(record, next), uncounted);
        try (Consumer<byte[], byte[]> consumer = clients.consumer(NAME, StateFeed.reading(settings))) {
            FeedLoop loop = new FeedLoop(consumer, next, reader, progress, settings);
            try {
                boolean over = false;
                long behind = Long.MAX_VALUE;
                while (!over && wanted.getAsBoolean()) {
                    loop.step();
                    report.read(progress.read(), progress.ends());
                    if (loop.hasReadAll()) {
                        long before = behind;
                        behind = loop.aimAt(Optional.empty());
                        over = (behind <= CLOSE || behind >= before) && takesOver(next, loop, wanted);
                    }
                }
                return over;
            } finally {
                loop.finish();
            }
        }
    }

    /** The live index stands still for as long as the messages that came last are read. */
    private boolean takesOver(NextIndex next, FeedLoop loop, BooleanSupplier wanted) {
        next.refresh();
        next.commit();
        long started = System.nanoTime();
        long missing = loop.aimAt(next.hold());
        while (!loop.hasReadAll()) {
            if (!wanted.getAsBoolean() || System.nanoTime() - started > LONGEST_HOLD.toNanos()) {
                next.release();
                return false;
            }
            loop.step();
        }
        loop.finish();
        next.takeOver();
        long still = (System.nanoTime() - started) / 1_000_000;
        log.info("The rebuilt index took over; the feed stood still for {} ms and {} messages", still, missing);
        return true;
    }

    /** The feed puts aside what can't be read. Where it has not come to yet, we wait for it. */
    private static boolean isLeftToTheFeed(ConsumerRecord<byte[], byte[]> record, NextIndex next) {
        SourcePartition partition = new SourcePartition(record.topic(), record.partition());
        return record.offset() < next.liveOffsets().getOrDefault(partition, 0L);
    }

    /** Told now and then how many messages are read, of how many. */
    @FunctionalInterface
    public interface Report {

        void read(long messages, long of);
    }
}
