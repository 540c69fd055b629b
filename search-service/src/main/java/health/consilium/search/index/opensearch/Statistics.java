package health.consilium.search.index.opensearch;

import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.StoreStats;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;

/** How the index is doing, as the cluster tells. */
record Statistics(Connection connection, View current) {

    IndexStatus status(@Nullable Instant lastCommit, @Nullable Instant lastRefresh) {
        Answer<Void> counted = current.search(
                Void.class,
                search -> search.size(0)
                        .aggregations("types", types -> types.terms(terms -> terms.field("type")))
                        .aggregations(
                                "vectors", some -> some.filter(with -> with.exists(it -> it.field("passageCount")))));
        return new IndexStatus(
                engine(),
                documents(counted),
                counted.count("vectors").filter().docCount(),
                sizeBytes(),
                lastCommit,
                lastRefresh);
    }

    private String engine() {
        return "opensearch "
                + connection.ask(
                        "tell its version", client -> client.info().version().number());
    }

    private static Map<DocumentType, Long> documents(Answer<Void> counted) {
        Map<DocumentType, Long> documents = new EnumMap<>(DocumentType.class);
        for (DocumentType type : DocumentType.values()) {
            documents.put(type, 0L);
        }
        for (StringTermsBucket bucket :
                counted.count("types").sterms().buckets().array()) {
            DocumentType.of(bucket.key()).ifPresent(type -> documents.put(type, bucket.docCount()));
        }
        return documents;
    }

    private long sizeBytes() {
        StoreStats size = connection.ask(
                "tell its size",
                client -> client.indices()
                        .stats(it -> it.index(current.alias()))
                        .all()
                        .total()
                        .store());
        return size == null ? 0 : size.sizeInBytes();
    }
}
