package health.consilium.search.vector;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The model in use, loaded beside the start of the service, which goes on without it. */
public final class LoadedModel implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LoadedModel.class);

    private final @Nullable ModelSource source;
    private volatile VectorState state;
    private volatile @Nullable EmbeddingModel model;
    private volatile @Nullable Thread loading;

    private LoadedModel(@Nullable ModelSource source) {
        this.source = source;
        this.state = source == null ? VectorState.OFF : VectorState.LOADING;
    }

    /** The model of a source, not loaded yet. */
    static LoadedModel of(ModelSource source) {
        return new LoadedModel(source);
    }

    /** No model, for good. */
    static LoadedModel none() {
        return new LoadedModel(null);
    }

    public VectorState state() {
        return state;
    }

    /** The model, once it is loaded. */
    public Optional<EmbeddingModel> ready() {
        return Optional.ofNullable(model);
    }

    @Override
    public void start() {
        if (source != null && loading == null) {
            loading = Thread.ofPlatform().name("search-model").start(() -> load(source));
        }
    }

    private void load(ModelSource wanted) {
        long started = System.nanoTime();
        try {
            model = wanted.load();
            state = VectorState.READY;
            log.info("Loaded the model {} in {} ms", wanted.id(), (System.nanoTime() - started) / 1_000_000);
        } catch (RuntimeException | LinkageError failed) {
            state = VectorState.FAILED;
            log.error("The model {} can't be loaded; searches go by words alone.", wanted.id(), failed);
        }
    }

    /** The model stays until those who use it have stopped, see {@link #close()}. */
    @Override
    public void stop() {
        Thread running = loading;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loading != null;
    }

    @Override
    public void close() {
        EmbeddingModel open = model;
        if (open != null) {
            open.close();
        }
    }
}
