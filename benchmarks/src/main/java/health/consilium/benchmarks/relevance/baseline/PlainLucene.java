package health.consilium.benchmarks.relevance.baseline;

import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.measure.Ranking;
import health.consilium.benchmarks.relevance.set.Corpus;
import health.consilium.benchmarks.relevance.set.CorpusDocument;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/** One field with all of a document's words, EnglishAnalyzer and BM25 as they come: any word of the query may match. */
public final class PlainLucene implements AutoCloseable {
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final int MOST_WORDS = 16_384;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final Directory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    /** Holds the corpus in memory. */
    public PlainLucene(Corpus corpus) {
        IndexSearcher.setMaxClauseCount(MOST_WORDS);
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                corpus.each(document -> add(document, writer));
            }
            this.reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best documents for a topic, at most {@code depth}. */
    public Ranking search(Topic topic, int depth) {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, topic.query());
        if (query == null) {
            return new Ranking(topic.id(), List.of());
        }
        try {
            var searcher = new IndexSearcher(reader);
            StoredFields stored = searcher.storedFields();
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query, depth).scoreDocs) {
                hits.add(new Hit(stored.document(found.doc).get(ID), found.score));
            }
            return new Ranking(topic.id(), hits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(CorpusDocument document, IndexWriter writer) {
        var indexed = new Document();
        indexed.add(new StringField(ID, document.id(), Store.YES));
        indexed.add(new TextField(TEXT, document.text(), Store.NO));
        try {
            writer.updateDocument(new Term(ID, document.id()), indexed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
