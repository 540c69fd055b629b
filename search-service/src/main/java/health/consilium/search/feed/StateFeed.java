package health.consilium.search.feed;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.broker.KafkaReader;
import health.consilium.search.index.IndexReplaced;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexUnavailable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Feeds the index on its own thread for as long as the service runs, through Kafka's outages. */
final class StateFeed extends KafkaReader {

    private static final Logger log = LoggerFactory.getLogger(StateFeed.class);
    private static final String NAME = "search-feed";

    private final KafkaClients clients;
    private final FeedSettings settings;
    private final SearchIndex index;
    private final FeedProgress progress;
    private final DeadLetters deadLetters;
    private final BatchReader reader;
    private boolean complained;

    StateFeed(
            KafkaClients clients,
            FeedSettings settings,
            SearchIndex index,
            Sources sources,
            FeedProgress progress,
            FeedMetrics metrics,
            ApplicationEventPublisher events) {
        super(NAME, events);
        this.clients = clients;
        this.settings = settings;
        this.index = index;
        this.progress = progress;
        this.deadLetters = new DeadLetters(clients, settings);
        this.reader = new BatchReader(sources, deadLetters, metrics);
    }

    @Override
    protected Consumer<byte[], byte[]> connect() {
        Map<String, Object> own = new HashMap<>(SharedPartitions.membership(index, settings));
        own.putAll(reading(settings));
        return clients.consumer(NAME, own);
    }

    /** A consumer's settings by which it reads what feeds an index. */
    static Map<String, Object> reading(FeedSettings settings) {
        return Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.batch(),
                // vectors are written in transactions
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                // what is fetched is read in its order: a change of one topic must not wait for megabytes of another's
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                64 << 10);
    }

    @Override
    protected void follow(Consumer<byte[], byte[]> connected) {
        try {
            while (isWanted()) {
                feed(connected);
            }
        } catch (SearchIndexUnavailable away) {
            unavailable(away);
        }
    }

    private void feed(Consumer<byte[], byte[]> connected) {
        try {
            FeedLoop loop = new FeedLoop(connected, index, reader, progress, settings);
            while (isWanted()) {
                loop.step();
                complained = false;
                if (loop.isIdle()) {
                    pause();
                }
            }
        } catch (IndexReplaced replaced) {
            log.info("Feeding the index that has been rebuilt");
        }
    }

    @Override
    protected void failed(KafkaException failure) {
        if (failure instanceof OffsetOutOfRangeException) {
            log.warn("The topics are not those the index was read from: it is built anew. {}", failure.getMessage());
            progress.forgetAll();
            reset();
        } else if (failure.getCause() instanceof SearchIndexUnavailable away) {
            // so does it arrive when partitions come or go
            unavailable(away);
        } else {
            progress.unreachable();
            log.warn("The connection to Kafka failed and is made anew", failure);
        }
    }

    private void reset() {
        try {
            index.reset();
        } catch (SearchIndexUnavailable away) {
            unavailable(away);
        }
    }

    private void unavailable(SearchIndexUnavailable away) {
        progress.unreachable();
        if (!complained) {
            log.warn("The index can't be fed just now; it is tried again every second.", away);
        }
        complained = true;
    }

    @Override
    protected void ended() {
        progress.unreachable();
        deadLetters.close();
    }
}
