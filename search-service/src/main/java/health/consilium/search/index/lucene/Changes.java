package health.consilium.search.index.lucene;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;

/** Writes changes: versions in their order, and each text with its vectors, whichever of the two comes first. */
final class Changes {

    /** More than a busy second brings; their versions and vectors are in memory. */
    private static final int MOST_UNREFRESHED = 10_000;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Versions versions = new Versions();
    private final WaitingVectors waiting = new WaitingVectors();
    private final SuggestionFields suggestions;

    Changes(IndexWriter writer, SearcherManager searchers) {
        this.writer = writer;
        this.searchers = searchers;
        this.suggestions = new SuggestionFields(writer);
    }

    /** Whether the change altered the index. */
    boolean apply(Change change) throws IOException {
        if (change instanceof Change.Vectors vectors) {
            return join(vectors);
        }
        return apply((Change.Versioned) change);
    }

    /** Everything applied so far can be read from the index. */
    void refreshed() {
        versions.refreshed();
        waiting.refreshed();
    }

    /** Nothing is in the index any more. */
    void emptied() {
        refreshed();
        suggestions.forgotten();
    }

    private boolean apply(Change.Versioned change) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            if (!versions.isNew(change, searcher)) {
                return false;
            }
            if (change instanceof Change.Put put) {
                put(put.document(), known(put.document(), searcher));
                suggestions.writeEntries(put.document(), searcher);
            } else {
                long version = versions.versionAfter(change, searcher);
                write(change.key(), List.of(StoredDocuments.removed(change.key(), version)));
                versions.applied(change.key(), -version, new Change.Vectors(change.key(), 0, List.of()));
                drop(change.key());
            }
            return true;
        } finally {
            searchers.release(searcher);
        }
    }

    /** The vectors of a document's text: of its version before, when that had the same text, or those that wait. */
    private List<float[]> known(SearchDocument document, IndexSearcher searcher) throws IOException {
        long fingerprint = document.text().fingerprint();
        @Nullable List<float[]> waited = waiting.of(document.key(), fingerprint, searcher);
        if (waited != null) {
            drop(document.key());
            return waited;
        }
        @Nullable List<float[]> recent = versions.unrefreshedVectors(document.key(), fingerprint);
        return recent == null ? LiveDocument.vectors(document.key(), fingerprint, searcher) : recent;
    }

    /** Gives a document its vectors, or lets them wait for the version that has this text. */
    private boolean join(Change.Vectors vectors) throws IOException {
        if (versions.isUnrefreshed(vectors.key())) {
            refreshNow();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            @Nullable LiveDocument live = LiveDocument.of(vectors.key(), searcher);
            if (live == null || live.fingerprint() != vectors.fingerprint()) {
                wait(vectors);
                return false;
            }
            put(live.read(searcher), vectors.vectors());
            drop(vectors.key());
            return true;
        } finally {
            searchers.release(searcher);
        }
    }

    private void wait(Change.Vectors vectors) throws IOException {
        if (vectors.vectors().isEmpty()) {
            drop(vectors.key());
        } else {
            Document document = waiting.document(vectors);
            writer.updateDocument(WaitingVectors.term(vectors.key()), document);
        }
    }

    private void drop(DocumentKey key) throws IOException {
        waiting.dropped(key);
        writer.deleteDocuments(WaitingVectors.term(key));
    }

    private void put(SearchDocument document, List<float[]> vectors) throws IOException {
        DocumentKey key = document.key();
        write(key, StoredDocuments.live(document, vectors));
        versions.applied(
                key, document.version(), new Change.Vectors(key, document.text().fingerprint(), vectors));
    }

    private void write(DocumentKey key, List<Document> block) throws IOException {
        if (versions.unrefreshed() >= MOST_UNREFRESHED) {
            refreshNow();
        }
        writer.updateDocuments(new Term(Fields.ID, key.toString()), block);
    }

    private void refreshNow() throws IOException {
        searchers.maybeRefreshBlocking();
        refreshed();
    }
}
