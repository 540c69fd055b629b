package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Scored;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import health.consilium.search.query.Typed.QueryWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives the words of a query their weights: a flat sum, and what is added for the best documents. */
final class Evidence {

    /** A letter's first so many different words; what follows hardly changes its result. */
    private static final int MOST_WORDS = 100;

    private static final int MOST_PAIRS = 40;

    private Evidence() {}

    /** What finds documents, and what is looked up for the best of these only. */
    static Wanted wanted(Typed typed, List<Scored> more) {
        Ranking ranking = typed.ranking();
        Map<Boolean, List<Scored>> finding = Stream.of(
                        words(typed.words(), ranking), wholes(typed.wholes(), ranking.whole(), false), more)
                .flatMap(List::stream)
                .collect(Collectors.partitioningBy(
                        scored -> ranking.finding().contains(scored.words().field())));
        List<Scored> refining = new ArrayList<>(finding.getOrDefault(false, List.of()));
        refining.addAll(order(typed.words(), ranking));
        return new Wanted(typed.demands(), finding.getOrDefault(true, List.of()), refining, typed.everything());
    }

    /** Each word in every field; a word that is typed several times counts the root of their number. */
    static List<Scored> words(List<QueryWord> words, Ranking ranking) {
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
            add(scored, IndexField.ALL, stem, count, ranking.all());
            add(scored, IndexField.TITLE, stem, count, ranking.title());
            add(scored, IndexField.NAME, stem, count, ranking.name());
        });
        forms.forEach((form, count) -> add(scored, IndexField.WORD, form, count, ranking.word()));
        return scored;
    }

    /** That a document is called as a whole what was typed. */
    static List<Scored> wholes(List<String> wholes, float weight, boolean synonym) {
        return wholes.stream()
                .map(whole -> new Scored(Words.word(IndexField.WHOLE, whole), weight, 0, synonym))
                .toList();
    }

    /** Neighbouring words near each other, and all of them together as a name. */
    private static List<Scored> order(List<QueryWord> words, Ranking ranking) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int at = 1; at < words.size() && pairs.size() < MOST_PAIRS; at++) {
            pairs.add(List.of(words.get(at - 1).stem(), words.get(at).stem()));
        }
        List<Scored> order = new ArrayList<>();
        pairs.forEach(pair -> order.add(
                new Scored(new Words(IndexField.ALL, pair, List.of(0, 1)), ranking.near(), Ranking.NEAR_SLOP, false)));
        if (ranking.together() > 0 && !words.isEmpty()) {
            List<String> name = words.stream().map(QueryWord::stem).toList();
            List<Integer> positions = IntStream.range(0, name.size()).boxed().toList();
            order.add(new Scored(
                    new Words(IndexField.NAME, name, positions), ranking.together(), Ranking.NEAR_SLOP, false));
        }
        return order;
    }

    private static void add(List<Scored> scored, IndexField field, String term, int count, float weight) {
        if (weight > 0) {
            scored.add(new Scored(Words.word(field, term), (float) Math.sqrt(count) * weight, 0, false));
        }
    }
}
