package health.consilium.stack.platform;

import health.consilium.stack.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One process of the platform: what must be ready before it, how it starts, and how one sees that it is ready. */
record Part(String name, String url, List<String> needs, StopSignal stop, Start start, BooleanSupplier ready) {
    /** The part on its own, for a platform where the others run already. */
    Part withoutNeeds() {
        return new Part(name, url, List.of(), stop, start, ready);
    }

    /** Starts the process and returns at once, except for what has to be prepared, which is told to the consumer. */
    @FunctionalInterface
    interface Start {
        Started start(Consumer<String> note) throws IOException;
    }

    /** A started process, what is left to do once it is ready, and whether it writes its AOT cache when it stops. */
    record Started(ProcessHandle process, boolean training, Runnable completion) {
        Started(ProcessHandle process, boolean training) {
            this(process, training, () -> {});
        }
    }
}
