package health.consilium.search.index.opensearch;

import health.consilium.search.index.NamesContract;
import health.consilium.search.index.SearchIndex;
import health.consilium.stack.test.RealServers;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = NoBeans.class)
class OpenSearchNamesIT extends NamesContract {

    private final OwnIndex own;

    OpenSearchNamesIT(@Value("${consilium.search.opensearch.uris}") URI node) {
        own = OwnIndex.on(node);
    }

    @Override
    protected SearchIndex open() {
        return own.openFirst();
    }

    @Override
    protected void delete() {
        own.delete();
    }
}
