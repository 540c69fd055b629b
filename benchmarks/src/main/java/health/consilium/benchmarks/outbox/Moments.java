package health.consilium.benchmarks.outbox;

import java.util.Arrays;
import java.util.stream.LongStream;

/** When each version of each aggregate was seen, in nanoseconds of this JVM. */
final class Moments {

    private final long[][] moments = new long[Change.AGGREGATES][64];

    /** Keeps the moment; {@code false} if that version had one. */
    synchronized boolean keep(int aggregate, int version, long nanos) {
        if (version >= moments[aggregate].length) {
            moments[aggregate] = Arrays.copyOf(moments[aggregate], version * 2);
        }
        if (moments[aggregate][version] != 0) {
            return false;
        }
        moments[aggregate][version] = nanos;
        return true;
    }

    synchronized boolean has(int aggregate, int version) {
        return of(aggregate, version) != 0;
    }

    /** From these moments to the later ones, for all versions that have both. */
    synchronized LongStream until(Moments later) {
        LongStream.Builder differences = LongStream.builder();
        for (int aggregate = 0; aggregate < moments.length; aggregate++) {
            for (int version = 0; version < moments[aggregate].length; version++) {
                if (has(aggregate, version) && later.has(aggregate, version)) {
                    differences.add(later.of(aggregate, version) - of(aggregate, version));
                }
            }
        }
        return differences.build();
    }

    private synchronized long of(int aggregate, int version) {
        return version < moments[aggregate].length ? moments[aggregate][version] : 0;
    }
}
