package health.consilium.search.index.opensearch;

import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.SearchText;
import java.util.List;

/** One kind of a document's text. */
record Section(MatchedOn kind, List<String> values) {

    /** All that a document can be found by, in the order in which it is indexed. */
    static List<Section> of(SearchText text) {
        return List.of(
                new Section(MatchedOn.BODY, List.of(text.body())),
                new Section(MatchedOn.TITLE, List.of(text.title())),
                new Section(MatchedOn.TOPIC, text.topics()),
                new Section(MatchedOn.HEADING, text.headings()),
                new Section(MatchedOn.AUTHOR, text.authors()),
                new Section(MatchedOn.DOCTOR, text.doctors()));
    }

    static List<String> valuesOf(SearchText text) {
        return of(text).stream().flatMap(section -> section.values().stream()).toList();
    }
}
