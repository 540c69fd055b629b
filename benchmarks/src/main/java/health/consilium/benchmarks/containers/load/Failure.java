package health.consilium.benchmarks.containers.load;

import java.time.Instant;

/** A request that was not answered as it should be: what was asked, and the status and problem type that came. */
public record Failure(Instant at, String request, String answer) {}
