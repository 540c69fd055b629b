package health.consilium.search;

import health.consilium.stack.test.RealServers;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

@RealServers(opensearch = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "consilium.search.engine=opensearch",
            "consilium.search.opensearch.index=over-http",
            "consilium.search.opensearch.replicas=0",
            "consilium.search.vectors.enabled=false"
        })
@AutoConfigureRestTestClient
@DirtiesContext
class OpenSearchIT extends SearchOverHttp {

    @Override
    String engine() {
        return "opensearch";
    }
}
