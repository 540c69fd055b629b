package health.consilium.stack.platform;

import health.consilium.stack.RunningProcess;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the launcher knows of a platform that it started; kept in a file, so that the next command knows it too. */
record State(
        Map<Port, Integer> ports,
        Phase phase,
        List<Entry> parts,
        @Nullable ComposeSettings containers) {
    /** What is being done with the parts. */
    enum Phase {
        STARTING,
        UP,
        STOPPING
    }

    /** How far a part is. */
    enum Stage {
        STARTING,
        READY
    }

    /** A started part; one in training writes its AOT cache when it stops. */
    record Entry(String name, long pid, Instant startedAt, boolean training, Stage stage) {
        static Entry of(String name, Part.Started started) {
            RunningProcess process = RunningProcess.of(started.process());
            return new Entry(name, process.pid(), process.startedAt(), started.training(), Stage.STARTING);
        }

        RunningProcess process() {
            return new RunningProcess(pid, startedAt);
        }

        Entry at(Stage reached) {
            return new Entry(name, pid, startedAt, training, reached);
        }
    }

    /** Of parts that will be processes. */
    static State empty(Ports ports) {
        return new State(ports.numbers(), Phase.STARTING, List.of(), null);
    }

    /** Of parts that will be containers, about which the engine knows the rest. */
    static State empty(Ports ports, ComposeSettings containers) {
        return new State(ports.numbers(), Phase.STARTING, List.of(), containers);
    }

    /** Whether any process runs; a state may outlive its parts. */
    boolean isAlive() {
        return parts.stream().anyMatch(entry -> entry.process().isAlive());
    }

    Optional<Entry> part(String name) {
        return parts.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    State with(Entry entry) {
        Stream<Entry> others = parts.stream().filter(other -> !other.name().equals(entry.name()));
        return new State(
                ports,
                phase,
                Stream.concat(others, Stream.of(entry))
                        .sorted(Comparator.comparing(Entry::name))
                        .toList(),
                containers);
    }

    /** Once it is being stopped, it stays so. */
    State up() {
        return isStopping() ? this : new State(ports, Phase.UP, parts, containers);
    }

    State stopping() {
        return new State(ports, Phase.STOPPING, parts, containers);
    }

    boolean isStopping() {
        return phase == Phase.STOPPING;
    }

    /** Parts that were started and run no more. */
    List<String> ended() {
        return parts.stream()
                .filter(entry -> !entry.process().isAlive())
                .map(Entry::name)
                .toList();
    }
}
