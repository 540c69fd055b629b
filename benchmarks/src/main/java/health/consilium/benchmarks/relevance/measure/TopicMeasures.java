package health.consilium.benchmarks.relevance.measure;

import java.util.List;
import java.util.OptionalDouble;

/** The measures of one ranking's first ten; nothing where the judgements can't tell a good ranking from a bad one. */
final class TopicMeasures {
    static final int CUT = 10;

    private TopicMeasures() {}

    static OptionalDouble ndcg(List<String> ranked, Judgements judgements) {
        double ideal = discounted(judgements.idealGains());
        double gained = discounted(ranked.stream().map(judgements::gain).toList());
        return ideal == 0 ? OptionalDouble.empty() : OptionalDouble.of(gained / ideal);
    }

    /** As if the documents that nobody judged had not been found. */
    static OptionalDouble condensedNdcg(List<String> ranked, Judgements judgements) {
        return ndcg(ranked.stream().filter(judgements::isJudged).toList(), judgements);
    }

    static OptionalDouble reciprocalRank(List<String> ranked, Judgements judgements) {
        int place = 1 + places(ranked, judgements).indexOf(true);
        return ifAnyRelevant(judgements, place == 0 ? 0 : 1.0 / place);
    }

    static OptionalDouble hit(List<String> ranked, Judgements judgements) {
        return ifAnyRelevant(judgements, places(ranked, judgements).contains(true) ? 1 : 0);
    }

    static OptionalDouble recall(List<String> ranked, Judgements judgements) {
        long found =
                places(ranked, judgements).stream().filter(relevant -> relevant).count();
        return ifAnyRelevant(judgements, (double) found / Math.max(1, judgements.relevant()));
    }

    static OptionalDouble judged(List<String> ranked, Judgements judgements) {
        return first(ranked).stream()
                .mapToInt(document -> judgements.isJudged(document) ? 1 : 0)
                .average();
    }

    static List<String> first(List<String> ranked) {
        return ranked.subList(0, Math.min(CUT, ranked.size()));
    }

    /** For each of the first ten whether it is relevant. */
    private static List<Boolean> places(List<String> ranked, Judgements judgements) {
        return first(ranked).stream().map(judgements::isRelevant).toList();
    }

    private static OptionalDouble ifAnyRelevant(Judgements judgements, double value) {
        return judgements.relevant() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static double discounted(List<Double> gains) {
        double sum = 0;
        for (int place = 0; place < Math.min(CUT, gains.size()); place++) {
            sum += gains.get(place) * Math.log(2) / Math.log(place + 2.0);
        }
        return sum;
    }
}
