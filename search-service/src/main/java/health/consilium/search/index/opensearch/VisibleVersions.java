package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch.core.get.GetResult;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/** The versions of documents, removed ones included, that searches see. */
record VisibleVersions(Connection connection, String alias) {

    /** 0 when the document is unknown. */
    long of(DocumentKey key) {
        return of(List.of(key)).getOrDefault(key, 0L);
    }

    /** Those of the documents that are known. */
    Map<DocumentKey, Long> of(Collection<DocumentKey> keys) {
        Map<String, DocumentKey> names = new HashMap<>();
        keys.forEach(key -> names.put(DocumentId.of(key), key));
        Map<DocumentKey, Long> versions = new HashMap<>();
        for (GetResult<Void> found : find(List.copyOf(names.keySet()))) {
            DocumentKey key = names.get(found.id());
            Long version = found.version();
            if (key != null && version != null) {
                versions.put(key, DocumentVersion.of(version));
            }
        }
        return versions;
    }

    private List<GetResult<Void>> find(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return connection.ask(
                "read versions",
                client -> client
                        .mget(
                                get -> get.index(alias).ids(ids).realtime(false).source(source -> source.fetch(false)),
                                Void.class)
                        .docs()
                        .stream()
                        .filter(MultiGetResponseItem::isResult)
                        .map(MultiGetResponseItem::result)
                        .toList());
    }
}
