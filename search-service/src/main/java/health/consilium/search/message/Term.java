package health.consilium.search.message;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A classification or a topic, with what else it is called. */
record Term(
        @Nullable String id,
        @Nullable String name,
        @Nullable List<String> synonyms) {

    static List<String> ids(@Nullable Collection<Term> terms) {
        return Texts.each(terms, Term::id);
    }

    static List<String> names(@Nullable Collection<Term> terms) {
        return Texts.each(terms, Term::name);
    }

    static List<String> namesAndSynonyms(@Nullable Collection<Term> terms) {
        return Stream.concat(
                        names(terms).stream(),
                        Texts.stream(terms).flatMap(term -> Texts.each(term.synonyms(), synonym -> synonym).stream()))
                .toList();
    }
}
