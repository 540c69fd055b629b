package health.consilium.benchmarks.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import tools.jackson.databind.JsonNode;

/** Lucene in this process: nothing but the flat sum's best ten. */
final class PlainLucene implements Contender {
    private static final int COUNTED = 1_000;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PlainLucene(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(Shape.K1, Shape.B));
        searcher.setQueryCache(null);
    }

    static PlainLucene of(List<JsonNode> questions, int copies, Path folder) {
        try (IndexWriter writer = new IndexWriter(
                FSDirectory.open(folder),
                new IndexWriterConfig(Analyzers.PER_FIELD).setSimilarity(new BM25Similarity(Shape.K1, Shape.B)))) {
            for (int copy = 0; copy < copies; copy++) {
                for (JsonNode question : questions) {
                    Document document = new Document();
                    Shape.fields(question)
                            .forEach((name, text) -> document.add(new TextField(name, text, Field.Store.NO)));
                    document.add(new StoredField("shown", question.path("title").asString()));
                    writer.addDocument(document);
                }
            }
            writer.forceMerge(5);
            writer.commit();
            return new PlainLucene(DirectoryReader.open(writer));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String name() {
        return "Lucene in process";
    }

    @Override
    public List<String> search(String text) {
        try {
            BooleanQuery.Builder sum = new BooleanQuery.Builder();
            for (Map.Entry<String, Float> field : Shape.WEIGHTS.entrySet()) {
                for (String term : Analyzers.terms(field.getKey(), text)) {
                    Query word = new TermQuery(new Term(field.getKey(), term));
                    sum.add(new BoostQuery(word, field.getValue()), BooleanClause.Occur.SHOULD);
                }
            }
            List<String> titles = new ArrayList<>();
            for (ScoreDoc found :
                    searcher.search(sum.build(), new TopScoreDocCollectorManager(10, COUNTED)).scoreDocs) {
                titles.add(searcher.storedFields().document(found.doc).get("shown"));
            }
            return titles;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Analyzers {
        static final Analyzer STEMS = chain(true);
        static final Analyzer WORDS = chain(false);
        static final Analyzer PER_FIELD = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return Shape.isStemmed(field) ? STEMS : WORDS;
            }
        };

        private static Analyzer chain(boolean stemmed) {
            try {
                CustomAnalyzer.Builder chain = CustomAnalyzer.builder()
                        .withTokenizer("standard")
                        .addTokenFilter("englishPossessive")
                        .addTokenFilter("lowercase")
                        .addTokenFilter("asciiFolding")
                        .addTokenFilter("stop");
                return (stemmed ? chain.addTokenFilter("porterStem") : chain).build();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static List<String> terms(String field, String text) throws IOException {
            List<String> terms = new ArrayList<>();
            try (TokenStream stream = PER_FIELD.tokenStream(field, text)) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    if (!terms.contains(term.toString())) {
                        terms.add(term.toString());
                    }
                }
                stream.end();
            }
            return terms;
        }
    }
}
