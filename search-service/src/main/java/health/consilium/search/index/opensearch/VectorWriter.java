package health.consilium.search.index.opensearch;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch.core.get.GetResult;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/**
 * Joins documents with the vectors of their text. Vectors are kept beside the documents; whoever writes one of the two
 * then looks for the other, so that they meet whichever came first, even when two services write them.
 */
record VectorWriter(Connection connection, AnalysedText analysed) {

    private static final int CHARACTERS_PER_DIMENSION = 12;

    /** Has the cluster make room for such vectors, which it takes as often as it is the same. */
    void prepare(List<Change.Vectors> vectors, Generation generation) {
        vectors.stream()
                .flatMap(each -> each.vectors().stream())
                .findFirst()
                .ifPresent(first -> map(first.length, generation));
    }

    /** How many of the vectors met their document. */
    int join(List<Change.Put> puts, List<Change.Vectors> vectors, Generation generation) {
        keep(vectors, generation);
        meet(puts, generation);
        Map<String, Change.Vectors> arrived = new HashMap<>();
        vectors.stream()
                .filter(each -> !each.vectors().isEmpty())
                .forEach(each -> arrived.put(DocumentId.of(each.key()), each));
        Bulk bulk = new Bulk(connection, generation);
        for (GetResult<Kept> live : find(arrived.keySet(), Kept.class, generation)) {
            Change.Vectors its = arrived.get(live.id());
            Kept kept = live.source();
            Long version = live.version();
            if (its != null && version != null && kept != null && kept.document() != null) {
                join(kept.document(), version, new KeptVectors(its.fingerprint(), its.vectors()), bulk);
            }
        }
        return bulk.send();
    }

    /** Those documents' vectors go with them, unless they have come back. */
    void forget(List<DocumentKey> removed, Generation generation) {
        Map<String, DocumentKey> keys = new HashMap<>();
        removed.forEach(key -> keys.put(DocumentId.of(key), key));
        Bulk bulk = new Bulk(connection, generation);
        for (GetResult<Kept> rest : find(keys.keySet(), Kept.class, generation)) {
            DocumentKey key = keys.get(rest.id());
            if (key != null && (rest.source() == null || rest.source().document() == null)) {
                bulk.delete(KeptVectors.id(key));
            }
        }
        bulk.send();
    }

    private void keep(List<Change.Vectors> vectors, Generation generation) {
        Bulk bulk = new Bulk(connection, generation);
        for (Change.Vectors each : vectors) {
            String id = KeptVectors.id(each.key());
            if (each.vectors().isEmpty()) {
                bulk.delete(id);
            } else {
                KeptVectors kept = new KeptVectors(each.fingerprint(), each.vectors());
                bulk.put(id, kept, kept.dimensions() * CHARACTERS_PER_DIMENSION);
            }
        }
        bulk.send();
    }

    private void map(int dimensions, Generation generation) {
        String action = "take vectors of %d dimensions".formatted(dimensions);
        int status = connection.send(
                action, "PUT", "/" + generation.index() + "/_mapping", IndexDefinition.vectors(dimensions));
        if (status >= 300) {
            throw Connection.refusal(action, status, null);
        }
    }

    private void meet(List<Change.Put> puts, Generation generation) {
        Map<String, Change.Put> written = new HashMap<>();
        puts.forEach(put -> written.put(KeptVectors.id(put.key()), put));
        Bulk bulk = new Bulk(connection, generation);
        for (GetResult<KeptVectors> waiting : find(written.keySet(), KeptVectors.class, generation)) {
            Change.Put put = written.get(waiting.id());
            if (put != null && waiting.source() != null) {
                join(put.document(), DocumentVersion.live(put.version()), waiting.source(), bulk);
            }
        }
        bulk.send();
    }

    private void join(SearchDocument document, long version, KeptVectors vectors, Bulk bulk) {
        if (vectors.fingerprint() == document.text().fingerprint()) {
            FindableDocument joined = FindableDocument.of(document, vectors.vectors(), analysed);
            bulk.addAgain(DocumentId.of(document.key()), version, joined, joined.size());
        }
    }

    private <T> List<GetResult<T>> find(Collection<String> ids, Class<T> kind, Generation generation) {
        return ids.isEmpty()
                ? List.of()
                : connection.ask(
                        "read documents",
                        client ->
                                client
                                        .mget(
                                                get -> get.index(generation.feed())
                                                        .ids(List.copyOf(ids)),
                                                kind)
                                        .docs()
                                        .stream()
                                        .filter(MultiGetResponseItem::isResult)
                                        .map(MultiGetResponseItem::result)
                                        .filter(GetResult::found)
                                        .toList());
    }
}
