package health.consilium.benchmarks.relevance.set;

import java.util.List;
import java.util.stream.IntStream;

/** The same few out of many each time. */
public final class Sample {
    private Sample() {}

    /** At most so many, evenly spread over the list. */
    public static <T> List<T> evenly(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(place -> all.get((int) ((long) place * all.size() / most)))
                        .toList();
    }
}
