package health.consilium.stack.test.embedded;

import health.consilium.stack.Folders;
import health.consilium.stack.RunningProcess;
import health.consilium.stack.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** A test JVM's temporary folder, which remembers its processes so that a killed JVM's ones are stopped by the next. */
record TestFolder(Path path) {
    private static final String PREFIX = "consilium-test-";
    private static final String OWNER = "owner";
    private static final String PROCESSES = "processes";

    static TestFolder create() {
        try {
            sweep();
            TestFolder folder = new TestFolder(Files.createTempDirectory(PREFIX));
            folder.append(OWNER, ProcessHandle.current());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the process with this folder, should nobody else do it. */
    void adopt(ProcessHandle process) {
        append(PROCESSES, process);
    }

    void delete() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Left behind: " + path, e);
        }
    }

    private static void sweep() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                new TestFolder(folder).deleteIfOrphaned();
            }
        }
    }

    private void deleteIfOrphaned() {
        List<RunningProcess> owner = read(OWNER);
        if (owner.isEmpty() || owner.getFirst().isAlive()) {
            return;
        }
        read(PROCESSES).forEach(process -> process.stop(StopSignal.TERMINATE, Duration.ZERO));
        delete();
    }

    private void append(String file, ProcessHandle handle) {
        RunningProcess process = RunningProcess.of(handle);
        try {
            Files.writeString(
                    path.resolve(file), process.toText() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RunningProcess> read(String file) {
        try {
            return Files.readAllLines(path.resolve(file)).stream()
                    .map(RunningProcess::parse)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
