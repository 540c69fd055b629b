package health.consilium.search.vector.background;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** How busy the processors are that this service may use, itself and whatever else they work for. */
final class Processors {

    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long looked = System.nanoTime();
    private double share = system.getCpuLoad();

    /** The share of their time in the last second or so; negative where it can't be told. */
    double load(long now) {
        if (now - looked >= LOOK_AGAIN) {
            looked = now;
            share = system.getCpuLoad();
        }
        return share;
    }
}
