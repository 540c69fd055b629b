package health.consilium.search.index.lucene;

import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.NextIndex;
import health.consilium.search.index.SourcePartition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A generation that is built beside the live one. */
final class LuceneNextIndex implements NextIndex {

    private final Generations generations;
    private final Generations.Opened opened;
    private final Runnable whenLive;
    private final ReentrantReadWriteLock.WriteLock replacing;
    private boolean over;

    LuceneNextIndex(Generations generations, Generations.Opened opened, Runnable whenLive) {
        this.generations = generations;
        this.opened = opened;
        this.whenLive = whenLive;
        this.replacing = generations.replacing();
    }

    @Override
    public Applied apply(List<Change> changes, Map<SourcePartition, Long> nextOffsets) {
        return opened.generation().apply(changes, nextOffsets);
    }

    @Override
    public void refresh() {
        opened.generation().refresh();
    }

    @Override
    public void commit() {
        opened.generation().commit();
    }

    @Override
    public Map<SourcePartition, Long> offsets() {
        return opened.generation().offsets();
    }

    @Override
    public Optional<String> feedingGroup() {
        return Optional.empty();
    }

    @Override
    public boolean findsByMeaning() {
        return true;
    }

    @Override
    public Map<SourcePartition, Long> liveOffsets() {
        return generations.live().offsets();
    }

    @Override
    public Optional<Map<SourcePartition, Long>> hold() {
        replacing.lock();
        return Optional.of(liveOffsets());
    }

    @Override
    public void release() {
        if (replacing.isHeldByCurrentThread()) {
            replacing.unlock();
        }
    }

    @Override
    public void takeOver() {
        refresh();
        commit();
        generations.replace(opened);
        over = true;
        release();
        whenLive.run();
    }

    @Override
    public void close() {
        release();
        if (!over) {
            over = true;
            generations.abandon(opened);
        }
    }
}
