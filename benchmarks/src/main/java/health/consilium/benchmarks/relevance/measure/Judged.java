package health.consilium.benchmarks.relevance.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** A system's rankings beside what people judged; topics without judgements are left out. */
public record Judged(List<Ranking> rankings, Map<String, Judgements> judgements) {

    public Judged {
        rankings = rankings.stream()
                .filter(ranking -> judgements.containsKey(ranking.topic()))
                .toList();
    }

    /** The mean of a measure of single topics. */
    Figure mean(BiFunction<List<String>, Judgements, OptionalDouble> measure) {
        return Figure.mean(rankings.stream()
                .map(ranking -> measure.apply(ranking.documents(), of(ranking)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray());
    }

    Judgements of(Ranking ranking) {
        return judgements.getOrDefault(ranking.topic(), NONE);
    }

    private static final Judgements NONE = new Judgements(Map.of(), new Scale(Gain.LINEAR, 1));
}
