package health.consilium.benchmarks.containers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTests {
    private final Metrics metrics = new Metrics("""
            # TYPE http_server_requests_seconds summary
            http_server_requests_seconds_count{method="GET",uri="/api/v1/articles"} 12
            http_server_requests_seconds_count{method="GET",uri="/api/v1/articles/{id}"} 3
            http_server_requests_seconds_count{method="GET",uri="/actuator/prometheus"} 40
            http_server_requests_seconds_sum{method="GET",uri="/api/v1/articles"} 0.5
            lag_seconds{source="content"} 1.5
            lag_seconds{source="qa"} 2.5
            """.lines().toList());

    @Test
    void countsRequestsButForThoseThatOnlyAskHowItIs() {
        assertThat(metrics.served()).isEqualTo(15);
    }

    @Test
    void readsAMetricByItsLabels() {
        assertThat(metrics.largest("lag_seconds", "source=\"content\"")).hasValue(1.5);
        assertThat(metrics.largest("lag_seconds", "")).hasValue(2.5);
        assertThat(metrics.largest("lag", "")).isEmpty();
    }
}
