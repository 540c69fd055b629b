package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import health.consilium.search.index.Clause;
import health.consilium.search.index.Demand;
import health.consilium.search.index.SearchField;
import health.consilium.search.index.Words;
import health.consilium.search.query.Typed.QueryWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes what was typed apart: what documents must have, and the words that say what to find. */
final class Interpreter {

    /** So many required and excluded parts count, and so many words of each, which an engine can take at once. */
    private static final int MOST_DEMANDS = 32;

    private static final int MOST_WORDS_OF_A_DEMAND = 16;
    /** A name has no more words, unless something is called just so. */
    private static final int LONGEST_NAME = 5;

    private final TextAnalysis analysis;
    private final Predicate<String> names;
    private final Fillers fillers = new Fillers();

    /** Asks {@code names} whether something is called by the term of a whole. */
    Interpreter(TextAnalysis analysis, Predicate<String> names) {
        this.analysis = analysis;
        this.names = names;
    }

    Typed interpret(List<Clause> clauses) {
        String text = clauses.stream()
                .filter(clause -> !clause.excluded() && !clause.required())
                .map(Clause::text)
                .collect(Collectors.joining(" "));
        List<QueryWord> words = words(text);
        List<Demand> demands = new ArrayList<>(demands(clauses));
        if (words.isEmpty() && !text.isEmpty()) {
            demands.add(new Demand(titleWords(text), false));
        }
        List<QueryWord> meant =
                words.stream().filter(word -> !fillers.contains(word.form())).toList();
        return new Typed(
                List.copyOf(demands),
                text,
                meant.isEmpty() ? words : meant,
                wholes(text, meant),
                isSentence(text, words.size(), meant.size()),
                clauses.stream().allMatch(Clause::excluded));
    }

    private boolean isSentence(String text, int words, int meant) {
        if (meant > LONGEST_NAME) {
            return analysis.whole(text).stream().noneMatch(names);
        }
        return meant > 0 && meant < words;
    }

    /** All that was typed as a name, and without the words around it. */
    private List<String> wholes(String text, List<QueryWord> meant) {
        String name = meant.stream().map(QueryWord::typed).collect(Collectors.joining(" "));
        return Stream.of(text, name)
                .flatMap(called -> analysis.whole(called).stream())
                .distinct()
                .toList();
    }

    /** The words of a text in both forms; the two analyses differ in nothing else. */
    private List<QueryWord> words(String text) {
        List<Token> stems = analysis.tokens(IndexField.ALL, text);
        List<Token> forms = analysis.tokens(IndexField.WORD, text);
        List<QueryWord> words = new ArrayList<>(stems.size());
        for (int at = 0; at < stems.size(); at++) {
            Token form = forms.get(at);
            words.add(new QueryWord(
                    stems.get(at).term(),
                    form.term(),
                    text.substring(form.start(), form.end()).toLowerCase(Locale.ROOT)));
        }
        return words;
    }

    private List<Demand> demands(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.required() || clause.excluded())
                .limit(MOST_DEMANDS)
                .map(this::demand)
                .toList();
    }

    private Demand demand(Clause clause) {
        IndexField field = field(clause.field());
        List<Token> tokens = tokens(field, clause.text());
        if (tokens.isEmpty() && clause.field() == SearchField.ANY) {
            field = IndexField.TITLE;
            tokens = tokens(field, clause.text());
        }
        return new Demand(words(field, tokens, clause.phrase()), clause.excluded());
    }

    private List<Words> titleWords(String text) {
        return words(IndexField.TITLE, tokens(IndexField.TITLE, text), false);
    }

    private List<Token> tokens(IndexField field, String text) {
        return analysis.tokens(field, text).stream()
                .limit(MOST_WORDS_OF_A_DEMAND)
                .toList();
    }

    private static List<Words> words(IndexField field, List<Token> tokens, boolean phrase) {
        return phrase && tokens.size() > 1
                ? List.of(Phrases.of(field, tokens))
                : tokens.stream()
                        .map(Token::term)
                        .distinct()
                        .map(term -> Words.word(field, term))
                        .toList();
    }

    private static IndexField field(SearchField field) {
        return switch (field) {
            case ANY -> IndexField.ALL;
            case TITLE -> IndexField.TITLE;
            case AUTHOR -> IndexField.AUTHOR;
            case DOI -> IndexField.DOI;
            case DOCTOR -> IndexField.DOCTOR;
        };
    }
}
