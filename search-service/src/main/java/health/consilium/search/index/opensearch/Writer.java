package health.consilium.search.index.opensearch;

import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes changes; the cluster refuses what it knows at that version or a later one. */
final class Writer {

    private static final String ACTION = "apply changes to the index";
    private static final int CONFLICT = 409;
    /** Characters in one request, of which each may take three bytes. */
    private static final int MOST_AT_ONCE = 8_000_000;

    private final Connection connection;
    private final AnalysedText analysed;

    Writer(Connection connection, AnalysedText analysed) {
        this.connection = connection;
        this.analysed = analysed;
    }

    Applied apply(List<Change> changes, Generation generation) {
        Requests requests = new Requests(generation);
        for (Change change : changes) {
            if (change instanceof Change.Put put) {
                requests.add(put);
            } else if (change instanceof Change.Remove removal) {
                requests.add(removal);
            }
        }
        requests.send();
        return new Applied(requests.applied, changes.size() - requests.applied);
    }

    /** How many of the operations were not refused for their version. */
    int write(List<BulkOperation> operations, Generation generation) {
        BulkResponse response = connection.ask(
                ACTION,
                client -> client.bulk(
                        bulk -> bulk.index(generation.feed()).requireAlias(true).operations(operations)));
        int written = 0;
        for (BulkResponseItem item : response.items()) {
            if (item.error() == null) {
                written++;
            } else if (item.status() != CONFLICT) {
                throw Connection.refusal(ACTION + " (" + item.error().type() + ")", item.status(), null);
            }
        }
        return written;
    }

    static BulkOperation operation(String id, long version, Object document) {
        return BulkOperation.of(operation -> operation.index(index ->
                index.id(id).version(version).versionType(VersionType.External).document(document)));
    }

    /** The requests of one batch, each as large as may be; their order is that of the changes. */
    private final class Requests {

        private final Generation generation;
        private final List<BulkOperation> operations = new ArrayList<>();
        private int size;
        private int applied;

        Requests(Generation generation) {
            this.generation = generation;
        }

        void add(Change.Put put) {
            FindableDocument document = FindableDocument.of(put.document(), analysed);
            size += document.size();
            operations.add(operation(DocumentId.of(put.key()), DocumentVersion.live(put.version()), document));
            if (size > MOST_AT_ONCE) {
                send();
            }
        }

        void add(Change.Remove removal) {
            String id = DocumentId.of(removal.key());
            long version = removal.version() == 0 ? versionOf(id) : DocumentVersion.removed(removal.version());
            if (version != 0) {
                operations.add(operation(id, version, Map.of()));
            }
        }

        /** The version that removes whatever there is, 0 when there is nothing. */
        private long versionOf(String id) {
            send();
            Long counted = connection.<@Nullable Long>ask(
                    "read a version",
                    client -> client.get(
                                    get -> get.index(generation.feed()).id(id).source(source -> source.fetch(false)),
                                    Void.class)
                            .version());
            return counted == null || DocumentVersion.isRemoved(counted) ? 0 : counted + 1;
        }

        void send() {
            if (!operations.isEmpty()) {
                applied += write(List.copyOf(operations), generation);
            }
            operations.clear();
            size = 0;
        }
    }
}
