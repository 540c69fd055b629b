package health.consilium.benchmarks.relevance.measure;

import java.util.Arrays;
import java.util.Optional;

/** A yardstick for a system's rankings of a set. */
public enum Measure {
    NDCG("nDCG@10"),
    CONDENSED_NDCG("nDCG@10-condensed"),
    RECIPROCAL_RANK("MRR@10"),
    HIT("hit@10"),
    RECALL("recall@10"),
    AREA("AUC"),
    AGREEMENT("same@10"),
    JUDGED("judged@10");

    private static final int DEEP = 1_000;

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    /** How many results of a topic it looks at: unjudged ones are skipped by one, and scores of all needed by another. */
    public int depth() {
        return this == CONDENSED_NDCG || this == AREA ? DEEP : TopicMeasures.CUT;
    }

    /** How it is called in settings and tables. */
    public String title() {
        return title;
    }

    /** The measure of this title, whatever the case of its letters. */
    public static Optional<Measure> titled(String title) {
        return Arrays.stream(values())
                .filter(measure -> measure.title.equalsIgnoreCase(title))
                .findFirst();
    }

    /** What it comes to. */
    public Figure of(Judged judged) {
        return switch (this) {
            case NDCG -> judged.mean(TopicMeasures::ndcg);
            case CONDENSED_NDCG -> judged.mean(TopicMeasures::condensedNdcg);
            case RECIPROCAL_RANK -> judged.mean(TopicMeasures::reciprocalRank);
            case HIT -> judged.mean(TopicMeasures::hit);
            case RECALL -> judged.mean(TopicMeasures::recall);
            case AREA -> AreaUnderCurve.of(judged);
            case AGREEMENT -> Agreement.of(judged);
            case JUDGED -> judged.mean(TopicMeasures::judged);
        };
    }
}
