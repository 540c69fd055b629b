package health.consilium.search.index.lucene;

import health.consilium.search.index.Name;
import health.consilium.search.index.SearchDocument;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * What of a document is suggested: its title, with the document; its topics, doctors and specialty, which many have, in
 * entries of their own. An entry counts only while a document has its name.
 */
final class SuggestionFields {

    /** The beginnings of each word. */
    static final String BEGINNINGS = "suggest";
    /** The beginnings of the first word. */
    static final String START = "suggestStart";
    /** Whole words. */
    static final String WORDS = "suggestWord";

    static final String TEXT = "suggestText";
    static final String KIND = "suggestKind";
    /** The names a document has, of every kind. */
    static final String HAS = "suggestHas";

    private final IndexWriter writer;
    private final Set<String> written = new HashSet<>();

    SuggestionFields(IndexWriter writer) {
        this.writer = writer;
    }

    /** Adds to a document what it is suggested by. */
    static void add(Document stored, SearchDocument document) {
        addWords(stored, document.text().title());
        Name.of(document).forEach(name -> stored.add(new KeywordField(HAS, name.id(), Store.NO)));
    }

    /** Writes entries for the names of a document that have none yet. */
    void writeEntries(SearchDocument document, IndexSearcher searcher) throws IOException {
        for (Name name : Name.of(document)) {
            if (written.add(name.id()) && Versions.place(name.id(), searcher) == null) {
                writer.updateDocument(new Term(Fields.ID, name.id()), entry(name));
            }
        }
    }

    void forgotten() {
        written.clear();
    }

    private static Document entry(Name name) {
        Document entry = new Document();
        entry.add(new StringField(Fields.ID, name.id(), Store.YES));
        entry.add(new NumericDocValuesField(Fields.VERSION, 1));
        entry.add(new StoredField(TEXT, name.text()));
        entry.add(new StoredField(KIND, name.kind().name()));
        addWords(entry, name.text());
        return entry;
    }

    private static void addWords(Document stored, String text) {
        stored.add(new Field(BEGINNINGS, text, Fields.WORDS_ONLY));
        stored.add(new Field(START, text, Fields.WORDS_ONLY));
        stored.add(new Field(WORDS, text, Fields.WORDS_ONLY));
    }
}
