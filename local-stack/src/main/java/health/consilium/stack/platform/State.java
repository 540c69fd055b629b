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
    /** Whether parts are expected to run. */
    enum Phase {
        UP,
        STOPPING
    }

    /** A started part; a restarting one may be missing for a while. */
    record Entry(String name, long pid, Instant startedAt, boolean training, boolean restarting) {
        static Entry of(String name, ProcessHandle handle, boolean training) {
            RunningProcess process = RunningProcess.of(handle);
            return new Entry(name, process.pid(), process.startedAt(), training, false);
        }

        RunningProcess process() {
            return new RunningProcess(pid, startedAt);
        }

        Entry announcedRestart() {
            return new Entry(name, pid, startedAt, training, true);
        }
    }

    static State empty(Ports ports) {
        return new State(ports.numbers(), Phase.UP, List.of());
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

    State stopping() {
        return new State(ports, Phase.STOPPING, parts);
    }
}
