package health.consilium.benchmarks.relevance.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a relevant document has a higher score than one judged irrelevant, over all topics together. What was not
 * found is below everything; equal scores count half.
 */
final class AreaUnderCurve {
    private record Scored(double score, boolean relevant) {}

    private AreaUnderCurve() {}

    /** The error is Hanley and McNeil's (1982). */
    static Figure of(Judged judged) {
        List<Scored> sorted = scores(judged).stream()
                .sorted((one, other) -> Double.compare(one.score(), other.score()))
                .toList();
        int relevant = (int) sorted.stream().filter(Scored::relevant).count();
        int others = sorted.size() - relevant;
        double pairs = (double) relevant * others;
        double area = (sumOfRanks(sorted) - relevant * (relevant + 1.0) / 2) / pairs;
        return new Figure(area, error(area, relevant, others), sorted.size());
    }

    private static List<Scored> scores(Judged judged) {
        List<Scored> all = new ArrayList<>();
        for (Ranking ranking : judged.rankings()) {
            Map<String, Double> found = new HashMap<>();
            ranking.hits().forEach(hit -> found.put(hit.document(), hit.score()));
            Judgements judgements = judged.of(ranking);
            for (String document : judgements.grades().keySet()) {
                double score = found.getOrDefault(document, Double.NEGATIVE_INFINITY);
                all.add(new Scored(score, judgements.isRelevant(document)));
            }
        }
        return all;
    }

    /** Of the relevant ones, counted from the lowest score; equal scores share the mean of their ranks. */
    private static double sumOfRanks(List<Scored> sorted) {
        double sum = 0;
        int start = 0;
        while (start < sorted.size()) {
            int end = start;
            int relevant = 0;
            while (end < sorted.size()
                    && sorted.get(end).score() == sorted.get(start).score()) {
                relevant += sorted.get(end).relevant() ? 1 : 0;
                end++;
            }
            sum += relevant * (start + 1 + end) / 2.0;
            start = end;
        }
        return sum;
    }

    private static double error(double area, int relevant, int others) {
        double twoRelevant = area / (2 - area) - area * area;
        double twoOthers = 2 * area * area / (1 + area) - area * area;
        double variance = area * (1 - area) + (relevant - 1) * twoRelevant + (others - 1) * twoOthers;
        return Math.sqrt(variance / ((double) relevant * others));
    }
}
