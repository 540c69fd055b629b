package health.consilium.search.index.lucene;

import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SourcePartition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;

/** What is stored with each commit: the offsets to go on from, the index's origin, and its format. */
final class CommitData {

    /** Grows when fields change; an index of another format is built anew from Kafka. */
    static final String FORMAT = "4";

    private static final String FORMAT_KEY = "format";
    private static final String BEGUN_KEY = "begun";
    private static final String ANALYSIS_KEY = "analysis";
    private static final String MODEL_KEY = "model";
    private static final String OFFSET_PREFIX = "offset/";

    private CommitData() {}

    static Map<String, String> of(Map<SourcePartition, Long> offsets, IndexOrigin origin) {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(BEGUN_KEY, origin.begun().toString());
        data.put(ANALYSIS_KEY, origin.recipe().analysis());
        String model = origin.recipe().model();
        if (model != null) {
            data.put(MODEL_KEY, model);
        }
        offsets.forEach((partition, offset) ->
                data.put(OFFSET_PREFIX + partition.topic() + "/" + partition.partition(), offset.toString()));
        return data;
    }

    /** That of an index's last commit; nothing when there is none. */
    static Map<String, String> of(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    static boolean isCurrent(Map<String, String> data) {
        return FORMAT.equals(data.get(FORMAT_KEY));
    }

    /** The origin of an index; a fresh one without a commit has that. */
    static IndexOrigin origin(Map<String, String> data, IndexOrigin fresh) {
        if (data.isEmpty()) {
            return fresh;
        }
        IndexRecipe recipe = new IndexRecipe(data.getOrDefault(ANALYSIS_KEY, ""), data.get(MODEL_KEY));
        Instant begun = Instant.parse(data.getOrDefault(BEGUN_KEY, Instant.EPOCH.toString()));
        return new IndexOrigin(begun, recipe.withVectorsOf(fresh.recipe()));
    }

    static Map<SourcePartition, Long> offsets(Map<String, String> data) {
        Map<SourcePartition, Long> offsets = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(OFFSET_PREFIX)) {
                offsets.put(partition(key), Long.valueOf(value));
            }
        });
        return offsets;
    }

    private static SourcePartition partition(String key) {
        int end = key.lastIndexOf('/');
        return new SourcePartition(
                key.substring(OFFSET_PREFIX.length(), end), Integer.parseInt(key.substring(end + 1)));
    }
}
