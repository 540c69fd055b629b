package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.SearchDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents as searches see them. */
record VisibleDocuments(Connection connection, String alias) {

    Optional<IndexedDocument> find(DocumentKey key) {
        Kept kept = read(DocumentId.of(key), Kept.class);
        SearchDocument document = kept == null ? null : kept.document();
        if (document == null) {
            return Optional.empty();
        }
        KeptVectors vectors = read(KeptVectors.id(key), KeptVectors.class);
        return Optional.of(new IndexedDocument(
                document,
                vectors == null || vectors.fingerprint() != document.text().fingerprint()
                        ? List.of()
                        : vectors.vectors()));
    }

    boolean haveVectors(DocumentKey key, long fingerprint) {
        return find(key)
                .filter(found -> found.document().text().fingerprint() == fingerprint)
                .filter(found -> !found.vectors().isEmpty())
                .isPresent();
    }

    private <T> @Nullable T read(String id, Class<T> kind) {
        return connection.<@Nullable T>ask(
                "read a document",
                client -> client.get(get -> get.index(alias).id(id).realtime(false), kind)
                        .source());
    }
}
