package health.consilium.stack;

import org.jspecify.annotations.Nullable;

/** A server could not be prepared or did not become ready; the message is one sentence with the remedy. */
public final class ServerFailure extends RuntimeException {
    public ServerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public ServerFailure(String message) {
        this(message, null);
    }
}
