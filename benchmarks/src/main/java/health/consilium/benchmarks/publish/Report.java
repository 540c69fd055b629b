package health.consilium.benchmarks.publish;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The figures as a table. */
final class Report {
    private Report() {}

    static String of(List<Timing> timings) {
        return "%d publications, milliseconds%n%n".formatted(timings.size())
                + "| from publication sent to searchable | p50 | p90 | p99 | max |\n|---|---|---|---|---|\n"
                + line("whole way", timings, Timing::total)
                + line("publication call", timings, Timing::publishCall)
                + line("since the publication's own time, before its commit", timings, Timing::sinceStamp)
                + line("event at a plain consumer, since sent", timings, Timing::eventArrival)
                + line("indexing and refresh, after the event", timings, Timing::indexing)
                + line("search call that waits for the change", timings, Timing::searchWithToken)
                + line("the same search call without waiting", timings, Timing::plainSearch);
    }

    private static String line(String name, List<Timing> timings, ToLongFunction<Timing> part) {
        long[] sorted = timings.stream().mapToLong(part).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    private static double quantile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
