package health.consilium.defaults.problem;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.TransactionException;

/** What a failure that nobody caught means; the failure itself goes into the log only. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    /** SQLSTATE classes of lost connections, deadlocks, exhausted resources and a server that is shutting down. */
    private static final List<String> PASSING = List.of("08", "40", "53", "57P");

    private Failures() {}

    static ProblemException problem(Throwable failure) {
        Optional<ProblemException> known = first(failure, ProblemException.class);
        if (known.isPresent()) {
            return known.get();
        }
        if (first(failure, BadRequestException.class).isPresent()) {
            return new ProblemException(
                    ProblemTypes.INVALID_REQUEST, "The body breaks off or is not readable as HTTP.");
        }
        if (failure instanceof AuthenticationServiceException) {
            log.warn("A token could not be checked: {}", failure.getMessage());
            return new ProblemException(ProblemTypes.UNAVAILABLE, "Tokens cannot be checked right now.");
        }
        if (first(failure, SQLException.class).filter(Failures::passes).isPresent()) {
            log.warn("The database could not serve a request: {}", failure.toString());
            return new ProblemException(ProblemTypes.UNAVAILABLE, "The data cannot be reached right now.");
        }
        if (first(failure, SQLException.class).filter(Failures::isData).isPresent()) {
            log.debug("The database could not take a value", failure);
            return new ProblemException(
                    ProblemTypes.INVALID_REQUEST, "A value has characters or a size that cannot be stored.");
        }
        if (first(failure, SocketException.class).isPresent()) {
            log.debug("A caller went away", failure);
            return new ProblemException(ProblemTypes.INVALID_REQUEST, "The body breaks off.");
        }
        log.error("Unexpected failure", failure);
        return new ProblemException(
                ProblemTypes.INTERNAL_ERROR,
                "Something went wrong on our side. Try again; if it goes on, report the trace id.");
    }

    /** The first of this type among a failure and its causes. */
    static <T extends Throwable> Optional<T> first(@Nullable Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(50)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Whether it is the database's state that failed, not what was asked of it: then it is worth another try. */
    public static boolean isPassing(Throwable failure) {
        return failure instanceof TransactionException
                || first(failure, SQLException.class).filter(Failures::passes).isPresent();
    }

    private static boolean passes(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null && PASSING.stream().anyMatch(state::startsWith));
    }

    /** SQLSTATE class 22: a zero byte in a text, a number out of range. */
    private static boolean isData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith("22");
    }
}
