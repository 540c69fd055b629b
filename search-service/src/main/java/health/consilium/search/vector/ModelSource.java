package health.consilium.search.vector;

/** Where a model comes from that can be chosen by its id. */
public interface ModelSource {

    /** The id of the model. */
    String id();

    /** Loads it, which may take seconds and hundreds of megabytes. */
    EmbeddingModel load();
}
