package health.consilium.stack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per machine from the archive on the class path. */
record PostgresBinaries(Path folder) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Unpacks them unless that was done before, whoever did it. */
    static synchronized PostgresBinaries prepare() throws IOException {
        String machine = System.getProperty("os.name") + '-' + System.getProperty("os.arch");
        String name = "%s-%s".formatted(ServerVersions.of("postgres.version"), machine.toLowerCase(Locale.ROOT));
        Path folder = CacheFolder.of("postgres").resolve(name.replaceAll("[^a-z0-9.-]", "_"));
        if (!Files.exists(folder)) {
            ProcessLock lock = ProcessLock.on(CacheFolder.of("locks").resolve("postgres"));
            if (!lock.acquire(PATIENCE)) {
                throw new IOException("another process has been unpacking PostgreSQL for too long");
            }
            try {
                unpackOnce(folder);
            } finally {
                lock.release();
            }
        }
        return new PostgresBinaries(folder);
    }

    /** Starts one of the programs with its output appended to the log; root becomes nobody, as PostgreSQL demands. */
    Process start(String program, List<String> arguments, Path log) throws IOException {
        List<String> words = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void unpackOnce(Path folder) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(draft);
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() throws IOException {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String system = mac ? "Darwin" : "Linux";
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, arm ? "arm_64" : "x86_64");
        if (archive == null) {
            throw new IOException("there are no PostgreSQL programs for " + system);
        }
        return archive;
    }
}
