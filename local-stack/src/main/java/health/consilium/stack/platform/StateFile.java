package health.consilium.stack.platform;

import health.consilium.stack.ProcessLock;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The state on disk; every change replaces the file as a whole, and changes of several processes come one by one. */
final class StateFile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final ProcessLock lock;

    StateFile(Path file) {
        this.file = file;
        this.lock = ProcessLock.on(file.resolveSibling(file.getFileName() + ".lock"));
    }

    /** Nothing if the platform is not up. */
    Optional<State> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), State.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new ServerFailure(
                    "%s can't be read: stop the platform's processes by hand and delete the file.".formatted(file), e);
        }
    }

    void write(State state) {
        alone(() -> {
            replace(state);
            return state;
        });
    }

    /** The state after the change; nothing, and no change, if the platform is not up. An interrupt does not prevent it. */
    Optional<State> change(UnaryOperator<State> change) {
        return alone(() -> {
            Optional<State> changed = read().map(change);
            changed.ifPresent(this::replace);
            return changed;
        });
    }

    void delete() {
        alone(() -> {
            try {
                return Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new ServerFailure("%s can't be deleted.".formatted(file), e);
            }
        });
    }

    private <T> T alone(Supplier<T> work) {
        synchronized (StateFile.class) {
            boolean interrupted = Thread.interrupted();
            try {
                if (!lock.acquire(PATIENCE)) {
                    throw new ServerFailure("%s is kept by another process: end it.".formatted(file));
                }
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void replace(State state) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, JSON.writeValueAsString(state));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be written.".formatted(file), e);
        }
    }
}
