package health.consilium.search.index.opensearch;

import health.consilium.search.index.NamesContract;
import health.consilium.search.index.SearchIndex;
import health.consilium.stack.test.RealServers;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = OpenSearchNamesIT.Nothing.class)
class OpenSearchNamesIT extends NamesContract {

    @Value("${consilium.search.opensearch.uris}")
    URI node;

    private @Nullable OwnIndex own;
    private @Nullable SearchIndex index;

    @Override
    protected void open() {
        own = OwnIndex.on(node);
        index = own.open();
    }

    @AfterEach
    void close() {
        index().close();
        Objects.requireNonNull(own).delete();
    }

    @Override
    protected SearchIndex index() {
        return Objects.requireNonNull(index);
    }

    @Configuration
    static class Nothing {}
}
