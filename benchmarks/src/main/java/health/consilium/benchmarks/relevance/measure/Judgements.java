package health.consilium.benchmarks.relevance.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The grades people gave the documents of one topic, and how they count. */
public record Judgements(Map<String, Integer> grades, Scale scale) {

    boolean isJudged(String document) {
        return grades.containsKey(document);
    }

    boolean isRelevant(String document) {
        Integer grade = grades.get(document);
        return grade != null && grade >= scale.relevantFrom();
    }

    long relevant() {
        return grades.keySet().stream().filter(this::isRelevant).count();
    }

    /** The gain of a document; none where nobody judged it. */
    double gain(String document) {
        return scale.gain().of(grades.getOrDefault(document, 0));
    }

    /** The gains of the best possible ranking. */
    List<Double> idealGains() {
        return grades.keySet().stream()
                .map(this::gain)
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
