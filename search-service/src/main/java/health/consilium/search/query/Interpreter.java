package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import health.consilium.search.index.Clause;
import health.consilium.search.index.Demand;
import health.consilium.search.index.Scored;
import health.consilium.search.index.SearchField;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns what was typed into terms with weights. Plain words make a flat sum over the fields, the shape in which an
 * engine can skip documents that can't reach the top.
 */
public final class Interpreter {

    /** A letter's first so many different words; what follows hardly changes its result. */
    private static final int MOST_WORDS = 100;

    private static final int MOST_PAIRS = 40;
    /** So many required and excluded parts count, and so many words of each, which an engine can take at once. */
    private static final int MOST_DEMANDS = 32;

    private static final int MOST_WORDS_OF_A_DEMAND = 16;

    private final TextAnalysis analysis;
    private final Fillers fillers = new Fillers();

    public Interpreter(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What documents are wanted. */
    public Wanted wanted(List<Clause> clauses) {
        return interpret(clauses).wanted();
    }

    Interpretation interpret(List<Clause> clauses) {
        String text = clauses.stream()
                .filter(clause -> !clause.excluded() && !clause.required())
                .map(Clause::text)
                .collect(Collectors.joining(" "));
        List<QueryWord> words = words(text);
        List<Demand> demands = new ArrayList<>(demands(clauses));
        if (words.isEmpty() && !text.isEmpty()) {
            demands.add(new Demand(titleWords(text), false));
        }
        List<QueryWord> meant = withoutFillers(words);
        boolean everything = clauses.stream().allMatch(Clause::excluded);
        Wanted wanted = new Wanted(List.copyOf(demands), scored(meant), near(meant), everything);
        return new Interpretation(wanted, text, meant.size() < words.size());
    }

    /** The words of a text in both forms; the analyses differ in nothing else. */
    private List<QueryWord> words(String text) {
        List<Token> stems = analysis.tokens(IndexField.ALL, text);
        List<Token> forms = analysis.tokens(IndexField.WORD, text);
        List<QueryWord> words = new ArrayList<>(stems.size());
        for (int at = 0; at < stems.size(); at++) {
            words.add(new QueryWord(
                    stems.get(at).term(), forms.get(at).term(), stems.get(at).position()));
        }
        return words;
    }

    private List<QueryWord> withoutFillers(List<QueryWord> words) {
        List<QueryWord> meant =
                words.stream().filter(word -> !fillers.contains(word.form())).toList();
        return meant.isEmpty() ? words : meant;
    }

    private static List<Scored> scored(List<QueryWord> words) {
        Map<String, Integer> stems = new LinkedHashMap<>();
        Map<String, Integer> forms = new LinkedHashMap<>();
        for (QueryWord word : words) {
            if (stems.size() < MOST_WORDS || stems.containsKey(word.stem())) {
                stems.merge(word.stem(), 1, Integer::sum);
                forms.merge(word.form(), 1, Integer::sum);
            }
        }
        List<Scored> scored = new ArrayList<>();
        stems.forEach((stem, count) -> {
            float weight = (float) Math.sqrt(count);
            scored.add(typed(Words.word(IndexField.ALL, stem), weight * Ranking.ALL));
            scored.add(typed(Words.word(IndexField.TITLE, stem), weight * Ranking.TITLE));
            scored.add(typed(Words.word(IndexField.NAME, stem), weight * Ranking.NAME));
        });
        forms.forEach((form, count) ->
                scored.add(typed(Words.word(IndexField.WORD, form), (float) Math.sqrt(count) * Ranking.WORD)));
        return scored;
    }

    private static List<Scored> near(List<QueryWord> words) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int at = 1; at < words.size() && pairs.size() < MOST_PAIRS; at++) {
            pairs.add(List.of(words.get(at - 1).stem(), words.get(at).stem()));
        }
        List<Scored> near = new ArrayList<>();
        pairs.forEach(pair -> near.add(
                new Scored(new Words(IndexField.ALL, pair, List.of(0, 1)), Ranking.NEAR, Ranking.NEAR_SLOP, false)));
        return near;
    }

    private static Scored typed(Words words, float weight) {
        return new Scored(words, weight, 0, false);
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
        if (phrase && tokens.size() > 1) {
            return List.of(new Words(
                    field,
                    tokens.stream().map(Token::term).toList(),
                    tokens.stream()
                            .map(token -> token.position() - tokens.getFirst().position())
                            .toList()));
        }
        return tokens.stream()
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

    /** A word of the query as its stem and in its own form. */
    private record QueryWord(String stem, String form, int position) {}
}
