package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.load.Tally;
import health.consilium.benchmarks.containers.platform.ComposePlatform;
import health.consilium.benchmarks.containers.platform.Container;
import health.consilium.benchmarks.containers.platform.Disturbances;
import health.consilium.benchmarks.containers.platform.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Kills a replica under load, starts it again and waits until it serves. */
final class Killing {
    static final Duration AWAY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration UNDISTURBED = Duration.ofSeconds(4);

    private final ComposePlatform platform;
    private final Disturbances disturbances;
    private final Tally reads;
    private final Tally writes;

    Killing(ComposePlatform platform, Disturbances disturbances, Tally reads, Tally writes) {
        this.platform = platform;
        this.disturbances = disturbances;
        this.reads = reads;
        this.writes = writes;
    }

    Kill kill(int round, Service service) {
        Waiting.pause(UNDISTURBED);
        List<Container> replicas = platform.replicas(service);
        Container victim = replicas.get((round - 1) % replicas.size());
        OptionalDouble usable = usable(service);
        int readsBefore = reads.asked();
        int readsFailedBefore = reads.failures().size();
        int writesFailedBefore = writes.failures().size();
        disturbances.kill(victim);
        Waiting.pause(AWAY);
        disturbances.start(victim);
        Container started = platform.inspect(service, victim.name());
        Instant ready = Waiting.until(victim.name() + " is ready", PATIENCE, () -> platform.isReady(started));
        Instant serving = Waiting.until(victim.name() + " serves", PATIENCE, () -> serves(started));
        Duration counted = usable.isEmpty() ? Duration.ofSeconds(-1) : untilCounted(started, usable);
        Waiting.pause(UNDISTURBED);
        return new Kill(
                round,
                victim.name(),
                Duration.between(started.startedAt(), ready),
                Duration.between(started.startedAt(), serving),
                counted,
                reads.asked() - readsBefore,
                reads.failures().size() - readsFailedBefore,
                writes.failures().size() - writesFailedBefore);
    }

    private boolean serves(Container replica) {
        return platform.metrics(replica).filter(metrics -> metrics.served() > 0).isPresent();
    }

    private Duration untilCounted(Container started, OptionalDouble before) {
        Instant counted = Waiting.until(
                "the gateway counts " + started.name(),
                PATIENCE,
                () -> usable(started.service()).equals(before));
        return Duration.between(started.startedAt(), counted);
    }

    /** How many replicas the gateway sends requests to, if it says so. */
    private OptionalDouble usable(Service service) {
        Container gateway = platform.replicas(Service.GATEWAY).getFirst();
        String name = service.toString().replace("-service", "");
        return platform.metrics(gateway)
                .map(metrics -> metrics.largest("consilium_gateway_replicas_usable", "service=\"" + name + "\""))
                .orElse(OptionalDouble.empty());
    }
}
