package health.consilium.search.rebuild;

import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import java.util.Optional;

/** What this replica has to rebuild. */
public final class OwnRebuild {

    private final Rebuilds rebuilds;
    private final String replica;
    private final SearchIndex index;
    private final IndexRecipe recipe;

    OwnRebuild(Rebuilds rebuilds, String replica, SearchIndex index, IndexRecipe recipe) {
        this.rebuilds = rebuilds;
        this.replica = replica;
        this.index = index;
        this.recipe = recipe;
    }

    /** The last rebuild that this replica has not done. */
    public Optional<Progress> progress() {
        return rebuilds.newestFirst().stream()
                .filter(rebuild -> rebuild.request().isFor(replica))
                .findFirst()
                .filter(rebuild ->
                        rebuild.request().requestedAt().isAfter(index.origin().begun()))
                .map(this::progress);
    }

    /** Whether the index has another model's vectors. */
    public boolean hasOtherVectors() {
        return index.origin().recipe().hasOtherVectorsThan(recipe);
    }

    private Progress progress(Rebuild rebuild) {
        ReplicaProgress told = rebuild.of(replica);
        String reason = rebuild.request().reason().value();
        return told == null
                ? new Progress(reason, RebuildState.WAITING, 0, 0)
                : new Progress(reason, told.state(), told.messagesRead(), told.messages());
    }

    /**
     * How far it is.
     *
     * @param reason {@code request}, {@code analysis} or {@code model}
     */
    public record Progress(String reason, RebuildState state, long messagesRead, long messages) {}
}
