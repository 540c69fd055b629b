package health.consilium.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process known by its pid and start time, so that a pid given to another process is never taken for it. */
public record RunningProcess(long pid, Instant startedAt) {
    /** The start time is computed from the boot time, which clock corrections may shift a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), startOf(process));
    }

    /** The process of that {@link #toText() text}. */
    public static RunningProcess parse(String text) {
        String[] words = text.split(" ", 2);
        return new RunningProcess(Long.parseLong(words[0]), Instant.parse(words[1]));
    }

    /** As one line of text. */
    public String toText() {
        return pid + " " + startedAt;
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(RunningProcess::lives).filter(this::isSame);
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    /** Asks the process to stop and kills it after the grace period; true if it went by itself. */
    public boolean stop(StopSignal signal, Duration grace) {
        Optional<ProcessHandle> process = find();
        if (process.isEmpty()) {
            return true;
        }
        signal.send(process.get());
        if (ended(process.get(), grace)) {
            return true;
        }
        kill(process.get());
        boolean interrupted = Thread.interrupted();
        ended(process.get(), Duration.ofSeconds(10));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Waits for the end of a process that runs for a while; true if it ended well within the limit. */
    static boolean runsWell(Process process, Duration limit) {
        try {
            return process.waitFor(limit) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            kill(process.toHandle());
        }
    }

    /** With its children, who might go on writing what nobody waits for any more. */
    private static void kill(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isSame(ProcessHandle process) {
        return Duration.between(startedAt, startOf(process)).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Whether the process runs: one that has ended but was not yet collected by its parent does not. */
    static boolean lives(ProcessHandle process) {
        return process.isAlive() && !isDefunct(process.pid());
    }

    private static boolean isDefunct(long pid) {
        try {
            String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return state.startsWith("Z", state.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        // it may end between the last look of the probe and the end of the waiting
        return Readiness.await(process, limit, () -> !lives(process)) || !lives(process);
    }
}
