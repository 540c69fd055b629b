package health.consilium.search.vector;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tells how the vectors are doing. */
public final class VectorProgress {

    private final String model;
    private final LoadedModel loaded;
    private final @Nullable VectorWork work;

    VectorProgress(String model, LoadedModel loaded, @Nullable VectorWork work) {
        this.model = model;
        this.loaded = loaded;
        this.work = work;
    }

    public VectorStatus status() {
        if (work == null) {
            return new VectorStatus(model, VectorState.OFF, null);
        }
        OptionalLong backlog = work.backlog();
        return new VectorStatus(
                model,
                work.isBroken() ? VectorState.FAILED : loaded.state(),
                backlog.isPresent() ? backlog.getAsLong() : null);
    }
}
