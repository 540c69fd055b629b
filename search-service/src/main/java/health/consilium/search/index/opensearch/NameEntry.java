package health.consilium.search.index.opensearch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Name;

/** A name that is suggested for all documents that have it, as the cluster gets it. */
record NameEntry(@JsonUnwrapped NameFields fields, Name entry) {

    /** It never changes. */
    static final long VERSION = 1;

    static NameEntry of(Name name, TextAnalysis analysis) {
        return new NameEntry(NameFields.of(name.text(), analysis), name);
    }
}
