package health.consilium.search.index.lucene;

import health.consilium.search.index.Name;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.Suggestion.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

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

    /** What is shown, whose it is, and for entries the kind of name: beside the documents, which take longer to read. */
    private static final String TEXT = "suggestText";

    private static final String OWNER = "suggestOwner";
    private static final String KIND = "suggestKind";
    /** Lucene takes values of up to 32 KiB. */
    private static final int LONGEST = 1_000;

    /** The names a document has, of every kind. */
    static final String HAS = "suggestHas";

    private final IndexWriter writer;
    private final Set<String> written = new HashSet<>();

    SuggestionFields(IndexWriter writer) {
        this.writer = writer;
    }

    /** Adds to a document what it is suggested by. */
    static void add(Document stored, SearchDocument document) {
        addText(stored, document.key().toString(), document.text().title());
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
        entry.add(new BinaryDocValuesField(KIND, new BytesRef(name.kind().name())));
        addText(entry, name.id(), name.text());
        return entry;
    }

    /** What a document or an entry is suggested as. */
    static Named read(LeafReaderContext leaf, int document) throws IOException {
        String kind = text(KIND, leaf, document);
        return new Named(
                text(OWNER, leaf, document),
                text(TEXT, leaf, document),
                kind.isEmpty() ? Kind.TITLE : Kind.valueOf(kind));
    }

    private static String text(String field, LeafReaderContext leaf, int document) throws IOException {
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
        return values.advanceExact(document) ? values.binaryValue().utf8ToString() : "";
    }

    private static void addText(Document stored, String owner, String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        stored.add(new BinaryDocValuesField(TEXT, new BytesRef(shown)));
        stored.add(new BinaryDocValuesField(OWNER, new BytesRef(owner)));
        stored.add(new Field(BEGINNINGS, text, Fields.WORDS_ONLY));
        stored.add(new Field(START, text, Fields.WORDS_ONLY));
        stored.add(new Field(WORDS, text, Fields.WORDS_ONLY));
    }

    /**
     * What can be suggested.
     *
     * @param owner the key of the document, or the id of the name
     */
    record Named(String owner, String text, Kind kind) {}
}
