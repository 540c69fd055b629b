package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import health.consilium.search.index.Scored;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.Words;
import health.consilium.search.query.Typed.QueryWord;
import health.consilium.search.vocabulary.Expansion;
import health.consilium.search.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what else the words of a query can be called: another spelling, a synonym, or the word that was meant. */
final class Expansions {

    private static final int MOST_SYNONYMS = 12;
    private static final int MOST_CORRECTIONS = 2;
    /** Of a long letter, only the first words are looked at. */
    private static final int MOST_WORDS = 40;

    private static final int SHORTEST_CORRECTED = 4;

    private final TextAnalysis analysis;
    private final Vocabularies vocabularies;
    private final SearchIndex index;

    Expansions(TextAnalysis analysis, Vocabularies vocabularies, SearchIndex index) {
        this.analysis = analysis;
        this.vocabularies = vocabularies;
        this.index = index;
    }

    Expanded expand(Typed typed) {
        List<Scored> scored = new ArrayList<>();
        List<ExpandedTerm> terms = new ArrayList<>(spellings(typed.words()));
        addSynonyms(typed, scored, terms);
        Map<String, String> meant = addCorrections(typed, scored, terms);
        return new Expanded(scored, terms, meant);
    }

    private static List<ExpandedTerm> spellings(List<QueryWord> words) {
        return words.stream()
                .filter(word -> !analysed(word.typed()).equals(word.form()))
                .map(word -> new ExpandedTerm(word.typed(), List.of(word.form()), "spelling"))
                .distinct()
                .toList();
    }

    private void addSynonyms(Typed typed, List<Scored> scored, List<ExpandedTerm> terms) {
        Set<String> stems = typed.words().stream().map(QueryWord::stem).collect(Collectors.toSet());
        List<String> all = analysis.names(typed.text()).stream()
                .map(Token::term)
                .limit(MOST_WORDS)
                .toList();
        Set<Words> added = new HashSet<>();
        for (Expansion expansion : vocabularies.current().expand(all)) {
            List<String> as = expansion.as().stream().limit(MOST_SYNONYMS).toList();
            terms.add(new ExpandedTerm(expansion.term(), as, "synonym"));
            boolean standsForAll = !Collections.disjoint(typed.wholes(), analysis.whole(expansion.term()));
            as.forEach(synonym -> {
                addSynonym(synonym, typed.ranking(), stems, added, scored);
                if (standsForAll) {
                    Ranking ranking = typed.ranking();
                    scored.addAll(Evidence.wholes(analysis.whole(synonym), ranking.whole() * ranking.synonym(), true));
                }
            });
        }
    }

    private void addSynonym(String synonym, Ranking ranking, Set<String> typed, Set<Words> added, List<Scored> scored) {
        List<Token> tokens = analysis.tokens(IndexField.ALL, synonym);
        boolean saysMore = tokens.stream().anyMatch(token -> !typed.contains(token.term()));
        if (!saysMore || !added.add(Phrases.of(IndexField.ALL, tokens))) {
            return;
        }
        float part = ranking.synonym();
        scored.add(new Scored(Phrases.of(IndexField.ALL, tokens), ranking.all() * part, 0, true));
        scored.add(new Scored(Phrases.of(IndexField.NAME, tokens), ranking.name() * part, 0, true));
    }

    private Map<String, String> addCorrections(Typed typed, List<Scored> scored, List<ExpandedTerm> terms) {
        Map<String, QueryWord> words = new LinkedHashMap<>();
        typed.words().stream()
                .limit(MOST_WORDS)
                .filter(word -> word.form().length() >= SHORTEST_CORRECTED
                        && word.form().chars().allMatch(Character::isLetter))
                .forEach(word -> words.putIfAbsent(word.form(), word));
        Map<String, String> meant = new LinkedHashMap<>();
        index.corrections(words.keySet()).forEach((form, corrections) -> {
            if (!corrections.isEmpty()) {
                String typo = Objects.requireNonNull(words.get(form)).typed();
                List<String> best = corrections.stream().limit(MOST_CORRECTIONS).toList();
                meant.put(typo, best.getFirst());
                terms.add(new ExpandedTerm(typo, best, "typo"));
                best.forEach(correction -> addCorrection(correction, typed.ranking(), scored));
            }
        });
        return meant;
    }

    private void addCorrection(String form, Ranking ranking, List<Scored> scored) {
        QueryWord word = new QueryWord(analysis.stem(form), form, form);
        for (Scored each : Evidence.words(List.of(word), ranking)) {
            scored.add(new Scored(each.words(), each.weight() * Ranking.CORRECTION, 0, true));
        }
    }

    private static String analysed(String typed) {
        return typed.replaceAll("['\u2019]s$", "");
    }

    /**
     * What a query is widened by.
     *
     * @param meant for each word that is in no document, the one that was probably meant
     */
    record Expanded(List<Scored> scored, List<ExpandedTerm> terms, Map<String, String> meant) {}
}
