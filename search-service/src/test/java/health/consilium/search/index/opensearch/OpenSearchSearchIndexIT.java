package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchIndexContract;
import health.consilium.stack.test.RealServers;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = OpenSearchSearchIndexIT.Nothing.class)
class OpenSearchSearchIndexIT extends SearchIndexContract {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @Value("${consilium.search.opensearch.uris}")
    URI node;

    private final String name = "contract-" + TESTS.incrementAndGet();
    private SearchIndex index;

    @BeforeEach
    void open() {
        index = anotherService();
        index.offsets();
    }

    @AfterEach
    void close() {
        index.close();
        try (Connection connection = Connection.to(settings())) {
            connection.send("clean up", "DELETE", "/" + name + "-*", "{}");
        }
    }

    @Override
    protected SearchIndex index() {
        return index;
    }

    private SearchIndex anotherService() {
        return new OpenSearchSearchIndex(
                settings(), new TextAnalysis(UnaryOperator.identity()), InstantSource.system());
    }

    private OpenSearchSettings settings() {
        return new OpenSearchSettings(
                List.of(node),
                null,
                null,
                name,
                1,
                0,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                8,
                Duration.ofMinutes(1),
                20);
    }

    @Configuration
    static class Nothing {}
}
