package health.consilium.search.index;

import org.jspecify.annotations.Nullable;

/**
 * What an index is made by.
 *
 * @param analysis tells apart how text becomes terms; empty if unknown
 * @param model the model of its vectors; {@code null} where there are none, or it is not known
 */
public record IndexRecipe(String analysis, @Nullable String model) {

    /** Whether an index of this recipe has another model's vectors than one of that. */
    public boolean hasOtherVectorsThan(IndexRecipe other) {
        return model != null && other.model != null && !model.equals(other.model);
    }

    /** This recipe for an index that has not had vectors so far and now gets those of the other. */
    public IndexRecipe withVectorsOf(IndexRecipe other) {
        return model == null ? new IndexRecipe(analysis, other.model) : this;
    }
}
