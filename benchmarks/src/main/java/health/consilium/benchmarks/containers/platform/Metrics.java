package health.consilium.benchmarks.containers.platform;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What a replica tells Prometheus. */
public record Metrics(List<String> lines) {
    /** The requests it has answered since its start, without those that only ask how it is. */
    public long served() {
        return (long) values("http_server_requests_seconds_count", "").sum();
    }

    /** The largest of the metric's values whose labels have this text. */
    public OptionalDouble largest(String metric, String labels) {
        return values(metric, labels).max();
    }

    private DoubleStream values(String metric, String labels) {
        return lines.stream()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> line.contains(labels) && !line.contains("uri=\"/actuator"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
