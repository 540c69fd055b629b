package health.consilium.search.index.lucene;

import health.consilium.search.index.SourcePartition;
import java.util.HashMap;
import java.util.Map;

/** What is stored with each commit: the offsets to go on from, and the format of the index. */
final class CommitData {

    /** Grows when fields or analysis change; an index of another format is built anew from Kafka. */
    static final String FORMAT = "3";

    private static final String FORMAT_KEY = "format";
    private static final String OFFSET_PREFIX = "offset/";

    private CommitData() {}

    static Map<String, String> of(Map<SourcePartition, Long> offsets) {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT_KEY, FORMAT);
        offsets.forEach((partition, offset) ->
                data.put(OFFSET_PREFIX + partition.topic() + "/" + partition.partition(), offset.toString()));
        return data;
    }

    static boolean isCurrent(Map<String, String> data) {
        return FORMAT.equals(data.get(FORMAT_KEY));
    }

    static Map<SourcePartition, Long> offsets(Iterable<Map.Entry<String, String>> data) {
        Map<SourcePartition, Long> offsets = new HashMap<>();
        for (Map.Entry<String, String> entry : data) {
            if (entry.getKey().startsWith(OFFSET_PREFIX)) {
                offsets.put(partition(entry.getKey()), Long.valueOf(entry.getValue()));
            }
        }
        return offsets;
    }

    private static SourcePartition partition(String key) {
        int end = key.lastIndexOf('/');
        return new SourcePartition(
                key.substring(OFFSET_PREFIX.length(), end), Integer.parseInt(key.substring(end + 1)));
    }
}
