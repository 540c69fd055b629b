package health.consilium.benchmarks.speed;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Watches an index being filled. */
record Feeding(URI service, Supplier<String> token) {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** Waits until so many documents are searchable, and prints how fast they became so and what they take on disk. */
    void await(String what, long documents) {
        long first = 0;
        long started = 0;
        JsonNode status = status();
        while (questions(status) < documents) {
            if (first == 0 && questions(status) > 0) {
                first = questions(status);
                started = System.nanoTime();
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
            status = status();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %s documents a second, %,.0f bytes on disk each%n%n",
                what,
                first == 0 ? "?" : String.format(Locale.ROOT, "%,.0f", (documents - first) / seconds),
                status.path("sizeBytes").asDouble() / documents);
    }

    private static long questions(JsonNode status) {
        return status.path("documents").path("question").asLong();
    }

    private JsonNode status() {
        return HttpSearch.read(HttpRequest.newBuilder(service.resolve("/api/v1/search/status"))
                .header("Authorization", "Bearer " + token.get())
                .build());
    }
}
