package health.consilium.benchmarks.relevance.set;

/** A file that is not what it should be; the message names it, and the line where there is one. */
public final class MalformedSet extends RuntimeException {
    public MalformedSet(String message) {
        super(message);
    }
}
