package health.consilium.search.query;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.search.index.Clause;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Facet;
import health.consilium.search.index.Filters;
import health.consilium.search.index.Order;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request asks for, checked: the same for every page of its list. */
record SearchCriteria(List<Clause> clauses, Filters filters, Order order, SearchMode mode, Set<Facet> facets) {

    private static final String TYPES = "article, paper or question";

    static SearchCriteria of(SearchParameters parameters) {
        return new SearchCriteria(
                QueryText.parse(parameters.q()),
                new Filters(
                        types("type", parameters.type()),
                        words(parameters.specialty()),
                        words(parameters.classification()),
                        words(parameters.language()),
                        each("year", parameters.year(), SearchCriteria::year, "a year")),
                one("sort", parameters.sort(), Order.values(), Order.RELEVANCE, "relevance or newest"),
                one("mode", parameters.mode(), SearchMode.values(), SearchMode.HYBRID, "hybrid, lexical or dense"),
                each(
                        "facets",
                        parameters.facets(),
                        word -> constant(Facet.values(), word),
                        "type, specialty, classification or year"));
    }

    static Set<DocumentType> types(String parameter, @Nullable List<String> values) {
        return each(parameter, values, DocumentType::of, TYPES);
    }

    static DocumentType single(String parameter, Set<DocumentType> types) {
        return types.stream()
                .findFirst()
                .filter(type -> types.size() == 1)
                .orElseThrow(() -> invalid(parameter, TYPES));
    }

    /** Tells lists apart, so that a cursor is followed only in the list it came from. */
    String fingerprint() {
        String words = clauses.stream()
                .map(clause -> clause.field().name() + clause.phrase() + clause.excluded() + clause.text())
                .collect(Collectors.joining("\n"));
        List<String> wanted = List.of(
                words,
                sorted(filters.types()),
                sorted(filters.specialties()),
                sorted(filters.classifications()),
                sorted(filters.languages()),
                sorted(filters.years()),
                order.name(),
                mode.name());
        return Integer.toHexString(wanted.hashCode());
    }

    private static String sorted(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static Set<String> words(@Nullable List<String> values) {
        return values == null
                ? Set.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> Set<T> each(
            String parameter, @Nullable List<String> values, Function<String, Optional<T>> known, String allowed) {
        return words(values).stream()
                .map(word -> known.apply(word).orElseThrow(() -> invalid(parameter, allowed)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <E extends Enum<E>> E one(
            String parameter, @Nullable String word, E[] values, E otherwise, String allowed) {
        return word == null || word.isBlank()
                ? otherwise
                : constant(values, word.strip()).orElseThrow(() -> invalid(parameter, allowed));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Optional<Integer> year(String word) {
        return word.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    private static ProblemException invalid(String parameter, String allowed) {
        String detail = "must be " + allowed;
        return new ProblemException(ProblemTypes.INVALID_REQUEST, parameter + " " + detail + ".")
                .error(parameter, detail);
    }
}
