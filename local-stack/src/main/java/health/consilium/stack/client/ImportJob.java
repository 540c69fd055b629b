package health.consilium.stack.client;

import java.util.List;

/** How far an import is, and what it refused. */
public record ImportJob(String id, String state, int total, int processed, Counts counts, List<Rejected> rejected) {
    /** How many records went each way. */
    public record Counts(int created, int updated, int unchanged, int rejected) {}

    /** A record that was refused, and why. */
    public record Rejected(String record, String reason) {}

    public boolean isCompleted() {
        return state.equals("completed");
    }
}
