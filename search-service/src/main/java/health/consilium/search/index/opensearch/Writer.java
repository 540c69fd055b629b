package health.consilium.search.index.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.search.index.Applied;
import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes changes; the cluster refuses what it knows at that version or a later one. */
final class Writer {

    private final Connection connection;
    private final AnalysedText analysed;
    private final VectorWriter vectors;
    private final Cache<String, Boolean> names =
            Caffeine.newBuilder().maximumSize(100_000).build();

    Writer(Connection connection, AnalysedText analysed) {
        this.connection = connection;
        this.analysed = analysed;
        this.vectors = new VectorWriter(connection, analysed);
    }

    Applied apply(List<Change> changes, Generation generation, boolean byMeaning) {
        Bulk bulk = new Bulk(connection, generation);
        List<Change.Put> puts = new ArrayList<>();
        List<Change.Vectors> joining = new ArrayList<>();
        List<DocumentKey> removed = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Put put) {
                puts.add(put);
                put(put, bulk);
            } else if (change instanceof Change.Remove removal) {
                removed.add(removal.key());
                remove(removal, bulk, generation);
            } else {
                joining.add((Change.Vectors) change);
            }
        }
        int applied = bulk.send();
        names(puts, generation);
        if (byMeaning) {
            vectors.prepare(joining, generation);
            applied += vectors.join(puts, joining, generation);
            vectors.forget(removed, generation);
        }
        return new Applied(applied, changes.size() - applied);
    }

    /** Another index knows none of the names. */
    void forget() {
        names.invalidateAll();
    }

    private void names(List<Change.Put> puts, Generation generation) {
        Bulk bulk = new Bulk(connection, generation);
        Set<String> added = new HashSet<>();
        for (Change.Put put : puts) {
            for (Name name : Name.of(put.document())) {
                String id = DocumentId.of(name.id());
                if (names.getIfPresent(id) == null && added.add(id)) {
                    bulk.add(
                            id,
                            NameEntry.VERSION,
                            NameEntry.of(name, analysed.analysis()),
                            name.text().length());
                }
            }
        }
        bulk.send();
        added.forEach(id -> names.put(id, true));
    }

    private void put(Change.Put put, Bulk bulk) {
        FindableDocument document = FindableDocument.of(put.document(), List.of(), analysed);
        bulk.add(DocumentId.of(put.key()), DocumentVersion.live(put.version()), document, document.size());
    }

    private void remove(Change.Remove removal, Bulk bulk, Generation generation) {
        if (removal.version() > 0) {
            bulk.add(DocumentId.of(removal.key()), DocumentVersion.removed(removal.version()), Map.of(), 0);
            return;
        }
        bulk.send();
        Long counted = counted(removal.key(), generation);
        if (counted != null && !DocumentVersion.isRemoved(counted)) {
            bulk.add(DocumentId.of(removal.key()), counted + 1, Map.of(), 0);
        }
    }

    private @Nullable Long counted(DocumentKey key, Generation generation) {
        return connection.<@Nullable Long>ask(
                "read a version",
                client -> client.get(
                                get -> get.index(generation.feed())
                                        .id(DocumentId.of(key))
                                        .source(source -> source.fetch(false)),
                                Void.class)
                        .version());
    }
}
