package health.consilium.stack.platform;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The state on disk; every change replaces the file as a whole. */
final class StateFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    /** Nothing if the platform is not up. */
    synchronized Optional<State> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), State.class));
        } catch (IOException | JacksonException e) {
            throw new ServerFailure(
                    "%s can't be read: stop the platform's processes by hand and delete the file.".formatted(file), e);
        }
    }

    synchronized void write(State state) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, JSON.writeValueAsString(state));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be written.".formatted(file), e);
        }
    }

    synchronized void change(UnaryOperator<State> change) {
        read().map(change).ifPresent(this::write);
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be deleted.".formatted(file), e);
        }
    }
}
