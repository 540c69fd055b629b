package health.consilium.search.index.lucene;

import health.consilium.search.analysis.IndexField;
import java.util.Locale;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/** The index's fields. A change here needs another {@link CommitData#FORMAT}. */
final class Fields {

    /** The key, as one term. */
    static final String ID = "id";
    /** The version; negative for a removed document, of which nothing else is left. */
    static final String VERSION = "version";
    /** Everything, with offsets; the body comes first, so its offsets are the body's. */
    static final String ALL = name(IndexField.ALL);

    static final String NAME = name(IndexField.NAME);
    static final String WHOLE = name(IndexField.WHOLE);
    static final String WORD = name(IndexField.WORD);
    static final String TITLE = name(IndexField.TITLE);
    static final String AUTHOR = name(IndexField.AUTHOR);
    static final String DOCTOR = name(IndexField.DOCTOR);
    static final String DOI = name(IndexField.DOI);
    static final String BODY = "body";
    /** Where each kind of text begins in {@link #ALL}. */
    static final String SECTIONS = "sections";

    static final String TYPE = "type";
    static final String SPECIALTY = "specialty";
    static final String CLASSIFICATION = "classification";
    static final String LANGUAGE = "language";
    static final String YEAR = "year";
    static final String UPDATED_AT = "updatedAt";
    /** Orders equal scores and times alike in every copy of the index. */
    static final String TIE = "tie";

    static final String EXTERNAL_ID = "externalId";
    static final String URI = "uri";
    static final String SUMMARY = "summary";
    /** What else is needed to write the document again. */
    static final String REST = "rest";

    /** Of title and body, see {@link health.consilium.search.index.SearchText#fingerprint()}. */
    static final String FINGERPRINT = "fingerprint";
    /** One passage's meaning; in documents of their own, right before the one they belong to. */
    static final String VECTOR = "vector";
    /** How many vectors a document has; missing where it has none. */
    static final String VECTORS = "vectors";

    /** Without positions: nobody looks for phrases there. */
    static final FieldType WORDS_ONLY = wordsOnly();

    /** Neither how often nor among how many: it is there or not. */
    static final FieldType PRESENCE = presence();

    static final FieldType WITH_OFFSETS = withOffsets();

    private Fields() {}

    static String name(IndexField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static FieldType wordsOnly() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    private static FieldType presence() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static FieldType withOffsets() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
