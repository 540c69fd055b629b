package health.consilium.stack.platform;

import health.consilium.stack.RunningProcess;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the launcher knows of a platform that it started; kept in a file, so that the next command knows it too. */
record State(Map<Port, Integer> ports, Phase phase, List<Entry> parts) {
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

    static State empty(Ports ports) {
        return new State(ports.numbers(), Phase.STARTING, List.of());
    }

    /** Whether any part runs; a state may outlive its parts. */
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
                        .toList());
    }

    /** Once it is being stopped, it stays so. */
    State up() {
        return isStopping() ? this : new State(ports, Phase.UP, parts);
    }

    State stopping() {
        return new State(ports, Phase.STOPPING, parts);
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
