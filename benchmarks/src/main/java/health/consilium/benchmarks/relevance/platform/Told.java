package health.consilium.benchmarks.relevance.platform;

import java.time.Duration;
import java.util.function.Consumer;

/** Passes on news every few seconds. */
final class Told {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Consumer<String> listener;
    private long last = System.nanoTime();

    Told(Consumer<String> listener) {
        this.listener = listener;
    }

    void say(String news) {
        if (System.nanoTime() - last > PAUSE.toNanos()) {
            sayAtOnce(news);
        }
    }

    void sayAtOnce(String news) {
        last = System.nanoTime();
        listener.accept(news);
    }
}
