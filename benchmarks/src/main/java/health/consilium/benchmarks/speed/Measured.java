package health.consilium.benchmarks.speed;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What a load came to.
 *
 * @param times of each search in nanoseconds, sorted
 * @param cpu what the server's processes used; zero for what ran in the client's
 */
@SuppressWarnings("ArrayRecordComponent")
record Measured(long[] times, Duration wall, Duration cpu) {

    /** Both, one after the other. */
    Measured and(Measured more) {
        long[] all = LongStream.concat(Arrays.stream(times), Arrays.stream(more.times))
                .sorted()
                .toArray();
        return new Measured(all, wall.plus(more.wall), cpu.plus(more.cpu));
    }

    double rate() {
        return times.length / (wall.toNanos() / 1e9);
    }

    /** In milliseconds. */
    double quantile(double share) {
        return times[Math.max(0, (int) Math.ceil(share * times.length) - 1)] / 1e6;
    }

    /** Requests a second, p50 and p99, processor time a search: cells of a table. */
    String cells() {
        return String.format(
                Locale.ROOT,
                "%,.0f | %.2f | %.2f | %s",
                rate(),
                quantile(0.5),
                quantile(0.99),
                cpu.isZero() ? "–" : "%.2f".formatted(cpu.toNanos() / 1e6 / times.length));
    }
}
