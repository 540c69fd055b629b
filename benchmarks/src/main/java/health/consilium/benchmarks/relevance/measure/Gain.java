package health.consilium.benchmarks.relevance.measure;

/** What a document of some grade is worth to nDCG. */
public enum Gain {
    /** The grade itself. */
    LINEAR {
        @Override
        double of(int grade) {
            return Math.max(0, grade);
        }
    },
    /** 2 to the power of the grade, less 1. */
    EXPONENTIAL {
        @Override
        double of(int grade) {
            return Math.pow(2, Math.max(0, grade)) - 1;
        }
    };

    abstract double of(int grade);
}
