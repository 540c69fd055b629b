package health.consilium.search.index.lucene;

import static health.consilium.search.index.lucene.Generation.run;

import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.IndexReplaced;
import health.consilium.search.index.SourcePartition;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live generation, the one that may be built beside it, and those whose states are still kept for cursors. */
final class Generations {

    private static final Logger log = LoggerFactory.getLogger(Generations.class);

    private final Folders folders;
    private final FieldAnalysis analysis;
    private final LuceneSettings settings;
    private final IndexRecipe recipe;
    private final InstantSource clock;
    private final Snapshots snapshots;
    private final List<Opened> retired = new CopyOnWriteArrayList<>();
    /** Whoever changes the live generation shares it; whoever replaces that has it alone. */
    private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock();

    private final Executor afterwards;
    private volatile Opened live;
    private volatile Generation fed;

    private Generations(
            Folders folders, FieldAnalysis analysis, LuceneSettings settings, IndexRecipe recipe, InstantSource clock)
            throws IOException {
        this.folders = folders;
        this.analysis = analysis;
        this.settings = settings;
        this.recipe = recipe;
        this.clock = clock;
        this.snapshots = new Snapshots(clock, settings.snapshotLife(), settings.snapshots());
        this.afterwards =
                CompletableFuture.delayedExecutor(settings.snapshotLife().toMillis() + 1, TimeUnit.MILLISECONDS);
        this.live = open(folders.live(), clock.instant());
        this.fed = live.generation();
    }

    static Generations open(LuceneSettings settings, FieldAnalysis analysis, IndexRecipe recipe, InstantSource clock)
            throws IOException {
        Folders folders = Folders.open(settings.directory());
        try {
            return new Generations(folders, analysis, settings, recipe, clock);
        } catch (IOException | RuntimeException failed) {
            folders.close();
            throw failed;
        }
    }

    Generation live() {
        return live.generation();
    }

    /** What this service makes indices by. */
    IndexRecipe recipe() {
        return recipe;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** Alters the live generation, unless another one has come since its offsets were read. */
    <T> T feed(Function<Generation, T> change) {
        changing.readLock().lock();
        try {
            requireFed();
            return change.apply(live());
        } finally {
            changing.readLock().unlock();
        }
    }

    /** Does something to whichever generation is live. */
    void change(Consumer<Generation> change) {
        changing.readLock().lock();
        try {
            change.accept(live());
        } finally {
            changing.readLock().unlock();
        }
    }

    Map<SourcePartition, Long> offsets() {
        return feed(Generation::offsets);
    }

    /** What searches see now, to be released. */
    IndexSearcher acquire() throws IOException {
        while (true) {
            IndexSearcher searcher = live().acquire();
            if (searcher != null) {
                return searcher;
            }
        }
    }

    /** An empty generation beside the live one. */
    Opened begin(Instant since) {
        return run("begin another of", () -> {
            Instant now = clock.instant();
            return open(folders.next(), now.isBefore(since) ? since : now);
        });
    }

    /** The lock to be had before {@link #replace}. */
    ReentrantReadWriteLock.WriteLock replacing() {
        return changing.writeLock();
    }

    /** Makes a generation the live one; it is complete, refreshed and committed. */
    void replace(Opened next) {
        run("replace", () -> {
            Opened old = live;
            folders.makeLive(next.folder());
            live = next;
            old.generation().retire();
            retired.add(old);
            return true;
        });
        afterwards.execute(this::tidy);
    }

    /** Leaves nothing of a generation that was begun. */
    void abandon(Opened unfinished) {
        run("give up another of", () -> {
            unfinished.generation().close();
            folders.delete(unfinished.folder());
            return true;
        });
    }

    /** Lets go of what no search and no cursor needs any more. */
    synchronized void tidy() {
        run("tidy", () -> {
            snapshots.prune();
            retired.removeIf(this::isGone);
            return true;
        });
    }

    synchronized void close() {
        if (!live().isOpen()) {
            return;
        }
        live().commit();
        run("close", () -> {
            snapshots.close();
            retired.forEach(this::delete);
            retired.clear();
            live().close();
            folders.close();
            return true;
        });
    }

    private void requireFed() {
        if (!fed.equals(live())) {
            fed = live();
            throw new IndexReplaced();
        }
    }

    private boolean isGone(Opened old) {
        Generation generation = old.generation();
        boolean gone = generation.isUnused() && !snapshots.keepAny(generation.number());
        if (gone) {
            delete(old);
        }
        return gone;
    }

    /** What can't be deleted now goes with the next start. */
    private void delete(Opened old) {
        try {
            old.generation().close();
            folders.delete(old.folder());
        } catch (IOException failed) {
            log.warn("An index that is not used any more could not be deleted: {}", old.folder(), failed);
        }
    }

    private Opened open(Folders.Folder folder, Instant begun) throws IOException {
        IndexOrigin fresh = new IndexOrigin(begun, recipe);
        return new Opened(folder, Generation.open(folder, analysis, settings.bufferMegabytes(), fresh, clock));
    }

    /** A generation and its folder. */
    record Opened(Folders.Folder folder, Generation generation) {}
}
