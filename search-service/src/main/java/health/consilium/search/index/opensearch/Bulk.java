package health.consilium.search.index.opensearch;

import java.util.ArrayList;
import java.util.List;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes to one index, many at once, in requests of a bearable size; their order is that of the operations. */
final class Bulk {

    private static final String ACTION = "apply changes to the index";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    /** Characters in one request, of which each may take three bytes. */
    private static final int MOST_AT_ONCE = 8_000_000;

    private final Connection connection;
    private final Generation generation;
    private final List<BulkOperation> operations = new ArrayList<>();
    private int size;
    private int written;

    Bulk(Connection connection, Generation generation) {
        this.connection = connection;
        this.generation = generation;
    }

    /** To be written unless that version or a later one is there. */
    void add(String id, long version, Object document, int characters) {
        add(id, version, VersionType.External, document, characters);
    }

    /** To be written unless a later version is there. */
    void addAgain(String id, long version, Object document, int characters) {
        add(id, version, VersionType.ExternalGte, document, characters);
    }

    /** To be written whatever is there. */
    void put(String id, Object document, int characters) {
        add(BulkOperation.of(operation -> operation.index(it -> it.id(id).document(document))), characters);
    }

    void delete(String id) {
        add(BulkOperation.of(operation -> operation.delete(it -> it.id(id))), 0);
    }

    /** Sends what is not sent yet; how many operations, from the first on, were not refused for their version. */
    int send() {
        if (!operations.isEmpty()) {
            List<BulkOperation> all = List.copyOf(operations);
            operations.clear();
            size = 0;
            write(all);
        }
        return written;
    }

    private void add(String id, long version, VersionType kind, Object document, int characters) {
        add(
                BulkOperation.of(operation -> operation.index(
                        it -> it.id(id).version(version).versionType(kind).document(document))),
                characters);
    }

    private void add(BulkOperation operation, int characters) {
        operations.add(operation);
        size += characters;
        if (size > MOST_AT_ONCE) {
            send();
        }
    }

    private void write(List<BulkOperation> all) {
        BulkResponse response = connection.ask(
                ACTION,
                client -> client.bulk(
                        bulk -> bulk.index(generation.feed()).requireAlias(true).operations(all)));
        for (BulkResponseItem item : response.items()) {
            if (item.error() == null) {
                written += item.status() == NOT_FOUND ? 0 : 1;
            } else if (item.status() != CONFLICT) {
                throw Connection.refusal(ACTION + " (" + item.error().type() + ")", item.status(), null);
            }
        }
    }
}
