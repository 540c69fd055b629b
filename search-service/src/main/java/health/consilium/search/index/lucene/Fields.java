package health.consilium.search.index.lucene;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;

/** The index's fields. A change here or in {@link Analysis} needs another {@link CommitData#FORMAT}. */
final class Fields {

    /** The key, as one term. */
    static final String ID = "id";
    /** The version; negative for a removed document, of which nothing else is left. */
    static final String VERSION = "version";
    /** Everything a document can be found by, with offsets; the body comes first, so its offsets are the body's. */
    static final String ALL = "all";
    /** Title and topics, which are evidence apart from the rest. */
    static final String NAME = "name";

    static final String TITLE = "title";
    static final String BODY = "body";
    static final String AUTHOR = "author";
    static final String DOCTOR = "doctor";
    static final String DOI = "doi";
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

    static final FieldType WITH_OFFSETS = withOffsets();

    private Fields() {}

    private static FieldType withOffsets() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }
}
