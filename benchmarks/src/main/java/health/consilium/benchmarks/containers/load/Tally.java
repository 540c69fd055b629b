package health.consilium.benchmarks.containers.load;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.GatewayClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks, and remembers how long each answer took and which were not as they should be; any number of threads may. */
public final class Tally {
    private final GatewayClient gateway;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

    public Tally(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** The answer if it has the status. */
    public Optional<Answer> ask(Call call, int status) {
        long start = System.nanoTime();
        try {
            Answer answer = gateway.send(call);
            if (answer.status() == status) {
                return Optional.of(answer);
            }
            note(call, problem(answer));
        } catch (ServerFailure failure) {
            if (!Thread.currentThread().isInterrupted()) {
                note(call, "no answer: " + Objects.requireNonNullElse(failure.getCause(), failure));
            }
        } finally {
            nanos.add(System.nanoTime() - start);
        }
        return Optional.empty();
    }

    private void note(Call call, String answer) {
        failures.add(new Failure(call.method() + " " + resource(call), answer));
    }

    private static String resource(Call call) {
        return call.path().replaceFirst("/api/v1/([a-z-]+).*", "$1");
    }

    private static String problem(Answer answer) {
        return "%d %s"
                .formatted(answer.status(), answer.json().path("type").asString(""))
                .strip();
    }

    public int asked() {
        return nanos.size();
    }

    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** The time that this share of the answers did not exceed. */
    public Duration within(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[Math.max(0, rank - 1)]);
    }
}
