package health.consilium.search.query;

import health.consilium.search.index.Clause;
import health.consilium.search.index.DenseQuery;
import health.consilium.search.index.Order;
import health.consilium.search.index.Wanted;
import health.consilium.search.query.Expansions.Expanded;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides how to look for what was typed: names by their words first, sentences by their meaning as well. */
final class Planner {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['\u2019]s)?");

    private final Interpreter interpreter;
    private final Expansions expansions;
    private final Meaning meaning;

    Planner(Interpreter interpreter, Expansions expansions, Meaning meaning) {
        this.interpreter = interpreter;
        this.expansions = expansions;
        this.meaning = meaning;
    }

    Plan plan(SearchCriteria criteria, SearchMode mode) {
        Typed typed = interpreter.interpret(criteria.clauses());
        if (typed.words().isEmpty()) {
            Wanted wanted = new Wanted(typed.demands(), List.of(), List.of(), typed.everything());
            return new Plan(wanted, null, SearchMode.LEXICAL, List.of(), null);
        }
        Expanded expanded = expansions.expand(typed);
        DenseQuery dense = dense(typed, criteria, mode);
        return new Plan(
                Evidence.wanted(typed, expanded.scored()),
                dense,
                dense == null ? SearchMode.LEXICAL : mode,
                expanded.terms(),
                corrected(criteria.clauses(), expanded.meant()));
    }

    /** What has the words, and no others for them. */
    Wanted words(List<Clause> clauses) {
        return Evidence.wanted(interpreter.interpret(clauses).asSentence(), List.of());
    }

    private @Nullable DenseQuery dense(Typed typed, SearchCriteria criteria, SearchMode mode) {
        if (mode == SearchMode.LEXICAL || criteria.order() != Order.RELEVANCE) {
            return null;
        }
        Optional<float[]> vector = meaning.of(typed.text());
        boolean alone = mode == SearchMode.DENSE;
        return vector.map(known -> new DenseQuery(known, typed.ranking().meaning(), alone))
                .orElse(null);
    }

    /** What was typed, with the words that were probably meant. */
    private static @Nullable String corrected(List<Clause> clauses, Map<String, String> meant) {
        if (meant.isEmpty()) {
            return null;
        }
        String typed = clauses.stream().map(Clause::typed).collect(Collectors.joining(" "));
        return WORD.matcher(typed)
                .replaceAll(word -> Matcher.quoteReplacement(
                        meant.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group())));
    }

    /** Where the meaning of a text comes from, if it can be had in time. */
    @FunctionalInterface
    interface Meaning {

        Optional<float[]> of(String text);
    }
}
