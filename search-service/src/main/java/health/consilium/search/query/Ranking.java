package health.consilium.search.query;

/** What each kind of evidence counts; chosen by measurement, see benchmarks/results/relevance.md. */
final class Ranking {

    /** A word's stem anywhere. */
    static final float ALL = 1;
    /** A word's stem in the title, in addition. */
    static final float TITLE = 0.5f;
    /** A word's stem in the title or a topic, in addition. */
    static final float NAME = 0.2f;
    /** A word in its own form, in addition. */
    static final float WORD = 0.3f;
    /** Two neighbouring words near each other. */
    static final float NEAR = 0.3f;

    static final int NEAR_SLOP = 2;

    private Ranking() {}
}
