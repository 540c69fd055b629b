package health.consilium.benchmarks.containers;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** A process' part of the machine's memory: its own pages, and its share of those it has with others. */
final class ProportionalSize {
    private ProportionalSize() {}

    /** Of the process and those it has started. */
    static long kibibytes(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        return LongStream.concat(LongStream.of(pid), children)
                .map(ProportionalSize::ofOne)
                .sum();
    }

    private static long ofOne(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/smaps_rollup".formatted(pid))).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new ServerFailure("Another user's memory is shown to root alone, on the engine's machine.", e);
        }
    }
}
