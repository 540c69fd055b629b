package health.consilium.search.index.lucene;

import static health.consilium.search.index.lucene.Fields.ALL;
import static health.consilium.search.index.lucene.Fields.AUTHOR;
import static health.consilium.search.index.lucene.Fields.BODY;
import static health.consilium.search.index.lucene.Fields.CLASSIFICATION;
import static health.consilium.search.index.lucene.Fields.DOCTOR;
import static health.consilium.search.index.lucene.Fields.DOI;
import static health.consilium.search.index.lucene.Fields.EXTERNAL_ID;
import static health.consilium.search.index.lucene.Fields.FINGERPRINT;
import static health.consilium.search.index.lucene.Fields.ID;
import static health.consilium.search.index.lucene.Fields.LANGUAGE;
import static health.consilium.search.index.lucene.Fields.NAME;
import static health.consilium.search.index.lucene.Fields.PRESENCE;
import static health.consilium.search.index.lucene.Fields.REST;
import static health.consilium.search.index.lucene.Fields.SPECIALTY;
import static health.consilium.search.index.lucene.Fields.SUMMARY;
import static health.consilium.search.index.lucene.Fields.TIE;
import static health.consilium.search.index.lucene.Fields.TITLE;
import static health.consilium.search.index.lucene.Fields.TYPE;
import static health.consilium.search.index.lucene.Fields.UPDATED_AT;
import static health.consilium.search.index.lucene.Fields.URI;
import static health.consilium.search.index.lucene.Fields.VECTOR;
import static health.consilium.search.index.lucene.Fields.VECTORS;
import static health.consilium.search.index.lucene.Fields.VERSION;
import static health.consilium.search.index.lucene.Fields.WHOLE;
import static health.consilium.search.index.lucene.Fields.WITH_OFFSETS;
import static health.consilium.search.index.lucene.Fields.WORD;
import static health.consilium.search.index.lucene.Fields.WORDS_ONLY;
import static health.consilium.search.index.lucene.Fields.YEAR;

import health.consilium.search.index.Attributes;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.SearchDocument;
import health.consilium.search.index.SearchText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/** Turns our documents into Lucene's. */
final class StoredDocuments {

    /** Lucene refuses terms far longer; nothing real comes near. */
    private static final int LONGEST_KEYWORD = 1_000;

    private StoredDocuments() {}

    /** A document and, before it, one for each of its vectors. */
    static List<Document> live(SearchDocument document, List<float[]> vectors) {
        List<Document> block = new ArrayList<>(vectors.size() + 1);
        vectors.forEach(vector -> block.add(passage(document.key(), vector)));
        Document stored = identity(document.key(), document.version());
        addText(stored, document.text());
        addAttributes(stored, document.attributes());
        SuggestionFields.add(stored, document);
        stored.add(new StoredField(REST, Rest.of(document)));
        stored.add(new KeywordField(TYPE, document.key().type().value(), Store.NO));
        stored.add(new NumericDocValuesField(TIE, document.key().tie()));
        stored.add(new NumericDocValuesField(FINGERPRINT, document.text().fingerprint()));
        if (!vectors.isEmpty()) {
            stored.add(new NumericDocValuesField(VECTORS, vectors.size()));
        }
        block.add(stored);
        return block;
    }

    /** What was put in. */
    static SearchDocument read(DocumentKey key, long version, Document stored) {
        Instant updatedAt = Instant.ofEpochMilli(Objects.requireNonNull(stored.getField(UPDATED_AT))
                .numericValue()
                .longValue());
        return Rest.read(stored.get(REST))
                .document(
                        key,
                        version,
                        stored.get(TITLE),
                        stored.get(BODY),
                        stored.get(EXTERNAL_ID),
                        stored.get(URI),
                        updatedAt,
                        stored.get(SUMMARY));
    }

    private static Document passage(DocumentKey key, float[] vector) {
        Document passage = new Document();
        passage.add(new StringField(ID, key.toString(), Store.NO));
        passage.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
        return passage;
    }

    /** What remains of a removed document, so that nothing older brings it back. */
    static Document removed(DocumentKey key, long version) {
        return identity(key, -version);
    }

    private static Document identity(DocumentKey key, long version) {
        Document stored = new Document();
        stored.add(new StringField(ID, key.toString(), Store.YES));
        stored.add(new NumericDocValuesField(VERSION, version));
        return stored;
    }

    private static void addText(Document stored, SearchText text) {
        Sections sections = Sections.of(text);
        sections.values().forEach(value -> {
            stored.add(new Field(ALL, value, WITH_OFFSETS));
            stored.add(new Field(WORD, value, WORDS_ONLY));
        });
        stored.add(sections.stored());
        stored.add(new TextField(TITLE, text.title(), Store.YES));
        stored.add(new StoredField(BODY, text.body()));
        text.names().forEach(name -> {
            stored.add(new TextField(NAME, name, Store.NO));
            stored.add(new Field(WHOLE, name, PRESENCE));
        });
        addAll(stored, AUTHOR, text.authors());
        addAll(stored, DOCTOR, text.doctors());
        if (text.doi() != null && text.doi().length() <= LONGEST_KEYWORD) {
            stored.add(new TextField(DOI, text.doi(), Store.NO));
        }
    }

    private static void addAll(Document stored, String field, List<String> values) {
        values.forEach(value -> stored.add(new TextField(field, value, Store.NO)));
    }

    private static void addAttributes(Document stored, Attributes attributes) {
        addKeyword(stored, SPECIALTY, attributes.specialty());
        attributes.classifications().forEach(term -> addKeyword(stored, CLASSIFICATION, term));
        addKeyword(stored, LANGUAGE, attributes.language());
        addStored(stored, EXTERNAL_ID, attributes.externalId());
        addStored(stored, URI, attributes.uri());
        addStored(stored, SUMMARY, attributes.summary());
        stored.add(new LongField(UPDATED_AT, attributes.updatedAt().toEpochMilli(), Store.YES));
        if (attributes.year() != null) {
            stored.add(new IntField(YEAR, attributes.year(), Store.NO));
        }
    }

    private static void addKeyword(Document stored, String field, @Nullable String value) {
        if (value != null && value.length() <= LONGEST_KEYWORD) {
            stored.add(new KeywordField(field, value, Store.NO));
        }
    }

    private static void addStored(Document stored, String field, @Nullable String value) {
        if (value != null) {
            stored.add(new StoredField(field, value));
        }
    }
}
