package health.consilium.benchmarks.containers.load;

/** A request that was not answered as it should be: what was asked for, and the status and problem type that came. */
public record Failure(String request, String answer) {}
