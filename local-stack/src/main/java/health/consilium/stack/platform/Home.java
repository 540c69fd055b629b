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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The folder of one platform: its data, logs, unpacked services, secret and state. */
public record Home(Path folder) {
    /** Keycloak, PostgreSQL, the unpacked services, all start-up caches and the data, with some room. */
    private static final long FIRST_SPACE = 2L << 30;

    private static final long SPACE = 512L << 20;
    private static final long FULL = 16L << 20;
    private static final String MARKER = ".consilium";
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

    /** What a part's containers had logged when they stopped. */
    Path containerLog(String part) {
        return folder.resolve("logs/containers").resolve(part + ".log");
    }

    /** Remembers which sample content a volume of containers has. */
    Path containerSamples(String volume) {
        return folder.resolve("container-samples-" + volume);
    }

    Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    Path apps() {
        return folder.resolve("apps");
    }

    /** Held by whoever starts, stops or restarts parts. */
    Path turn() {
        return folder.resolve("turn.lock");
    }

    Path state() {
        return folder.resolve("state.json");
    }

    /** Forgets all data; logs and unpacked services stay. A folder that was not made here is left alone. */
    void forgetData() {
        Path data = folder.resolve("data");
        Path forgotten = folder.resolve("data.forgotten");
        try {
            if (Files.exists(data)) {
                if (!Files.exists(data.resolve(MARKER))) {
                    throw new ServerFailure(
                            "%s was not made by this launcher: delete it yourself if it may go.".formatted(data));
                }
                Folders.delete(forgotten);
                Files.move(data, forgotten, StandardCopyOption.ATOMIC_MOVE);
            }
            Folders.delete(forgotten);
        } catch (IOException e) {
            throw new ServerFailure("The data in %s could not be deleted.".formatted(data), e);
        }
    }

    /** Makes the data's folder, and marks it as one that may be deleted again. */
    void createData() {
        Path data = folder.resolve("data");
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(data);
                Files.createFile(data.resolve(MARKER));
            }
        } catch (IOException e) {
            throw new ServerFailure("The folder %s could not be created.".formatted(data), e);
        }
    }

    /** Fails with one sentence when the disk has too little room for a start. */
    void requireSpace() {
        boolean first = !Files.exists(apps()) || !Files.exists(CacheFolder.root());
        for (Path place : List.of(folder, CacheFolder.root())) {
            long needed = first ? FIRST_SPACE : SPACE;
            if (space(place) < needed) {
                throw new ServerFailure("The disk of %s has %d MB left and %d MB are needed: free some space."
                        .formatted(place, space(place) >> 20, needed >> 20));
            }
        }
    }

    /** Whether a failure may well come from a full disk. */
    boolean isFull() {
        return space(folder) < FULL || space(CacheFolder.root()) < FULL;
    }

    /** A secret of this platform: 32 bytes in base64, made when first asked for and readable by the owner only. */
    String secret(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[32];
                new SecureRandom().nextBytes(key);
                Files.createDirectories(folder);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ServerFailure("The secret %s could not be kept.".formatted(file), e);
        }
    }

    boolean hasSecret(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Puts a log aside that has grown large. */
    void rotateLog(String part) throws IOException {
        Path log = log(part);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long space(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new ServerFailure("The free space of %s could not be read.".formatted(existing), e);
        }
    }
}
