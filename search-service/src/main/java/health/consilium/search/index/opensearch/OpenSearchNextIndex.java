package health.consilium.search.index.opensearch;

import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SearchIndexException;
import health.consilium.search.index.SourcePartition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A generation that one service builds beside the current one; the others go on feeding that until it is held. */
final class OpenSearchNextIndex implements NextIndex {

    private static final Logger log = LoggerFactory.getLogger(OpenSearchNextIndex.class);

    private final Connection connection;
    private final Generations generations;
    private final Generation live;
    private final Generation next;
    private final Writer writer;
    private final StoredOffsets offsets;
    private final Duration snapshotLife;
    private final boolean byMeaning;
    private boolean held;
    private boolean over;

    OpenSearchNextIndex(
            Connection connection,
            Generations generations,
            Generation next,
            AnalysedText analysed,
            Duration snapshotLife) {
        this.connection = connection;
        this.generations = generations;
        this.live = generations.current();
        this.next = next;
        this.writer = new Writer(connection, analysed);
        this.offsets = new StoredOffsets(connection);
        this.snapshotLife = snapshotLife;
        this.byMeaning = generations.findsByMeaning(next);
    }

    @Override
    public Applied apply(List<Change> changes, Map<SourcePartition, Long> nextOffsets) {
        Applied applied = writer.apply(changes, next, byMeaning);
        offsets.applied(nextOffsets);
        return applied;
    }

    @Override
    public void refresh() {
        connection.ask("refresh the next index", client -> client.indices().refresh(it -> it.index(next.index())));
    }

    @Override
    public void commit() {
        offsets.save(next);
    }

    @Override
    public Map<SourcePartition, Long> offsets() {
        return offsets.read(next);
    }

    /** One service reads for all. */
    @Override
    public Optional<String> feedingGroup() {
        return Optional.empty();
    }

    @Override
    public boolean findsByMeaning() {
        return byMeaning;
    }

    @Override
    public Map<SourcePartition, Long> liveOffsets() {
        return new StoredOffsets(connection).read(live);
    }

    /** Other services have come further than they have saved. */
    @Override
    public Optional<Map<SourcePartition, Long>> hold() {
        held = true;
        generations.shut(live);
        return Optional.empty();
    }

    @Override
    public void release() {
        if (held) {
            generations.open(live);
            held = false;
        }
    }

    /** Searches that have begun, and cursors, may need the old one for a while. */
    @Override
    public void takeOver() {
        refresh();
        commit();
        generations.exchange(live, next);
        over = true;
        CompletableFuture.delayedExecutor(snapshotLife.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::deleteOld);
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            release();
            generations.delete(next);
        }
    }

    private void deleteOld() {
        try {
            generations.delete(live);
        } catch (SearchIndexException | IllegalStateException failed) {
            log.info("The index {} is left to be deleted by the next rebuild: {}", live.index(), failed.getMessage());
        }
    }
}
