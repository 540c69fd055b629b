package health.consilium.search.rebuild;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Gives the rebuilding a thread for as long as the service runs. */
final class RebuildWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);
    private static final long PAUSE_MS = 1_000;

    private final RebuildWork work;
    private final Supplier<Turn> turns;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    RebuildWorker(RebuildWork work, Supplier<Turn> turns) {
        this.work = work;
        this.turns = turns;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("search-rebuild").start(this::run);
    }

    @Override
    public void stop() {
        stop.countDown();
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        try (Turn turn = turns.get()) {
            Turn wanted = () -> isWanted() && turn.isMine();
            while (isWanted()) {
                work.step(wanted);
                boolean stopping = stop.await(PAUSE_MS, TimeUnit.MILLISECONDS);
                log.trace("Stopping: {}", stopping);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Throwable failed) {
            log.error("This replica rebuilds nothing until it is restarted.", failed);
        }
    }

    private boolean isWanted() {
        return stop.getCount() > 0;
    }
}
