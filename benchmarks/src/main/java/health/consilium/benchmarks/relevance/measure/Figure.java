package health.consilium.benchmarks.relevance.measure;

/**
 * A measure over a set.
 *
 * @param value not a number where nothing could be measured
 * @param standardError not a number where there is too little to estimate it from
 * @param count how many topics, or pairs, went into it
 */
public record Figure(double value, double standardError, int count) {

    /** The mean over topics, its error from how far they differ. */
    static Figure mean(double... values) {
        int count = values.length;
        double mean = sum(values) / count;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Figure(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count), count);
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
