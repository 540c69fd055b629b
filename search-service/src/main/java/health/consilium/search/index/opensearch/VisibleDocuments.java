package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.IndexedDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents as searches see them. */
record VisibleDocuments(Connection connection, String alias) {

    Optional<IndexedDocument> find(DocumentKey key) {
        Kept kept = connection.<@Nullable Kept>ask(
                "read a document",
                client -> client.get(
                                get -> get.index(alias).id(DocumentId.of(key)).realtime(false), Kept.class)
                        .source());
        return kept == null || kept.document() == null
                ? Optional.empty()
                : Optional.of(new IndexedDocument(kept.document(), List.of()));
    }
}
