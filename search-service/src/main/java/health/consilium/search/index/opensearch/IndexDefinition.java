package health.consilium.search.index.opensearch;

import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a new index is made from. */
final class IndexDefinition {

    /** Grows when fields change; an index of another format is left alone and built anew beside it. */
    static final int FORMAT = 2;

    /** The name of what an index remembers of itself: whether it was made for vectors. */
    static final String BY_MEANING = "byMeaning";

    private static final String BEGUN = "begun";
    private static final String ANALYSIS = "analysis";
    private static final String MODEL = "model";
    private static final String FILE = "/opensearch/index.json";
    private static final float K1 = 0.9f;
    private static final float B = 0.4f;

    private IndexDefinition() {}

    /** The body of the request that creates an index with these aliases. */
    static String of(OpenSearchSettings settings, List<String> aliases, boolean byMeaning, IndexOrigin origin) {
        ObjectNode definition = (ObjectNode) read();
        ObjectNode index = (ObjectNode) definition.at("/settings/index");
        index.put("number_of_shards", settings.shards()).put("number_of_replicas", settings.replicas());
        ((ObjectNode) index.at("/similarity/default")).put("k1", K1).put("b", B);
        if (byMeaning) {
            index.put("knn", true);
        }
        ((ObjectNode) definition.at("/mappings"))
                .putObject("_meta")
                .put(BY_MEANING, byMeaning)
                .put(BEGUN, origin.begun().toString())
                .put(ANALYSIS, origin.recipe().analysis())
                .put(MODEL, origin.recipe().model());
        ObjectNode named = definition.putObject("aliases");
        aliases.forEach(named::putObject);
        return definition.toString();
    }

    /** Where an index comes from, as it says; one without vectors gets those of the recipe. */
    static IndexOrigin origin(JsonNode meta, IndexRecipe recipe) {
        Instant begun = Instant.parse(meta.path(BEGUN).asString(Instant.EPOCH.toString()));
        JsonNode model = meta.path(MODEL);
        IndexRecipe made =
                new IndexRecipe(meta.path(ANALYSIS).asString(""), model.isString() ? model.asString() : null);
        return new IndexOrigin(begun, made.withVectorsOf(recipe));
    }

    /** What is added to the mappings once it is known how long vectors are. */
    static String vectors(int dimensions) {
        ObjectNode vector = JsonMapper.shared().createObjectNode();
        vector.put("type", "knn_vector").put("dimension", dimensions).put("space_type", "innerproduct");
        ObjectNode method = vector.putObject("method").put("name", "hnsw").put("engine", "lucene");
        method.putObject("parameters").put("m", 16).put("ef_construction", 100);
        ObjectNode added = JsonMapper.shared().createObjectNode();
        ObjectNode passages =
                added.putObject("properties").putObject("passages").put("type", "nested");
        passages.putObject("properties").set("vector", vector);
        return added.toString();
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(IndexDefinition.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
