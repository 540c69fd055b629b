package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.platform.ComposePlatform;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What the lags have been at most since this was made, looked at once a second. */
final class Watched implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<Lag, Double> most = new EnumMap<>(Lag.class);
    private final ComposePlatform platform;
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private volatile boolean enough;

    private Watched(ComposePlatform platform) {
        this.platform = platform;
    }

    static Watched start(ComposePlatform platform) {
        Watched watched = new Watched(platform);
        watched.thread.start();
        return watched;
    }

    private void watch() {
        while (!enough) {
            for (Lag lag : Lag.values()) {
                lag.now(platform).ifPresent(value -> note(lag, value));
            }
            Waiting.pause(INTERVAL);
        }
    }

    private synchronized void note(Lag lag, double value) {
        most.merge(lag, value, Math::max);
    }

    synchronized Map<Lag, Double> most() {
        return new EnumMap<>(most);
    }

    @Override
    public void close() {
        enough = true;
    }
}
