package health.consilium.defaults.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far an import is, and what it refused; {@code rejected} holds the first thousand. */
public record ImportJob(
        String id,
        String format,
        State state,
        int total,
        int processed,
        Counts counts,
        List<RejectedRecord> rejected,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Where a job stands. */
    public enum State {
        pending,
        running,
        completed
    }

    /** How many records went each way. */
    public record Counts(int created, int updated, int unchanged, int rejected) {}

    /** A record that was refused, and why. */
    public record RejectedRecord(int number, String record, String reason) {}
}
