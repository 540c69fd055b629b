package health.consilium.gateway.upstream;

import health.consilium.gateway.upstream.Upstreams.Watched;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks up every second where each service's replicas are, and asks them whether they are ready.
 *
 * <p>A name service that fails changes nothing: the addresses found last stay.
 */
@Component
class ReplicaWatch implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ReplicaWatch.class);
    private static final int SECONDS_FOR_THE_FIRST_ROUND = 2;

    private final ExecutorService questions = Executors.newVirtualThreadPerTaskExecutor();
    private final Upstreams upstreams;
    private final DnsResolver names;
    private final ReadinessProbe probe;
    private @Nullable ScheduledExecutorService rounds;

    ReplicaWatch(Upstreams upstreams, DnsResolver names, ReadinessProbe probe) {
        this.upstreams = upstreams;
        this.names = names;
        this.probe = probe;
    }

    /** Before the server starts, so that its first request finds replicas. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void start() {
        List<Watched> all = upstreams.watched();
        // a look-up blocks the thread beneath a virtual one, and one that hangs must not hold up the others
        var threads = Executors.newScheduledThreadPool(
                all.size(), Thread.ofPlatform().daemon().name("replicas-", 0).factory());
        rounds = threads;
        CompletableFuture.allOf(all.stream()
                        .map(service -> CompletableFuture.runAsync(() -> round(service), threads))
                        .toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, SECONDS_FOR_THE_FIRST_ROUND, TimeUnit.SECONDS)
                .join();
        for (Watched service : all) {
            var unused = threads.scheduleWithFixedDelay(() -> round(service), 1, 1, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    @Override
    public void close() {
        questions.close();
    }

    private void round(Watched service) {
        try {
            lookUp(service.replicas());
            CompletableFuture.allOf(service.replicas().known().stream()
                            .map(replica -> CompletableFuture.runAsync(() -> ask(service, replica), questions))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (RuntimeException failure) {
            log.error(
                    "The replicas of {} could not be looked after",
                    service.replicas().service(),
                    failure);
        }
    }

    private void lookUp(Replicas replicas) {
        List<Replica> before = replicas.known();
        try {
            replicas.follow(names.resolve(replicas.service().getHostName()));
        } catch (UnknownHostException failure) {
            log.debug("{} is not known now", replicas.service(), failure);
        }
        if (!replicas.known().equals(before)) {
            log.info("{} is now at {}", replicas.service(), replicas.known());
        }
    }

    private void ask(Watched service, Replica replica) {
        boolean usable = replica.isUsable();
        replica.answered(probe.isReady(replica, service.readiness()));
        if (replica.isUsable() != usable) {
            log.info("{} at {} is {}ready", service.replicas().service(), replica, usable ? "not " : "");
        }
    }
}
