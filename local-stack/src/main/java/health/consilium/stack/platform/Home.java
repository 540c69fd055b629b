package health.consilium.stack.platform;

import health.consilium.stack.CacheFolder;
import health.consilium.stack.Folders;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** The folder of one platform: its data, logs, unpacked services, secret and state. */
public record Home(Path folder) {
    private static final long SPACE_NEEDED = 1L << 30;
    private static final long LOG_LIMIT = 20L << 20;

    /** CONSILIUM_HOME, or .consilium in the repository. */
    public static Home of(Map<String, String> environment, Path repository) {
        String chosen = environment.getOrDefault("CONSILIUM_HOME", "");
        Path folder = chosen.isBlank() ? repository.resolve(".consilium") : Path.of(chosen);
        return new Home(folder.toAbsolutePath().normalize());
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    Path apps() {
        return folder.resolve("apps");
    }

    /** Remembers which sample content the data has. */
    public Path samplesMarker() {
        return data("samples");
    }

    Path state() {
        return folder.resolve("state.json");
    }

    /** Forgets all data; logs and unpacked services stay. */
    public void forgetData() {
        try {
            Folders.delete(folder.resolve("data"));
        } catch (IOException e) {
            throw new ServerFailure("The data in %s could not be deleted.".formatted(folder.resolve("data")), e);
        }
    }

    /** Fails with one sentence when the disk is nearly full. */
    public void requireSpace() {
        requireSpace(folder);
        requireSpace(CacheFolder.root());
    }

    /** The secret that signs paging cursors, made at the first start and readable by the owner only. */
    String cursorKey() throws IOException {
        Path file = folder.resolve("cursor-key");
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }

    /** Puts a log aside that has grown large. */
    void rotateLog(String part) throws IOException {
        Path log = log(part);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireSpace(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            if (free < SPACE_NEEDED) {
                throw new ServerFailure("The disk of %s has %d MB left and 1024 MB are needed: free some space."
                        .formatted(folder, free >> 20));
            }
        } catch (IOException e) {
            throw new ServerFailure("The free space of %s could not be read.".formatted(existing), e);
        }
    }
}
