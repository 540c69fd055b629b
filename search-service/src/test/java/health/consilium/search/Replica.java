package health.consilium.search;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole search-service that a test starts and stops itself. */
public final class Replica {

    private Replica() {}

    /** Starts one that reads from those Kafka servers; each setting is {@code name=value}. */
    public static ConfigurableApplicationContext start(String servers, String... settings) {
        return start(List.of(), servers, settings);
    }

    /** Starts one with further beans. */
    public static ConfigurableApplicationContext start(List<Class<?>> beans, String servers, String... settings) {
        Stream<String> common = Stream.of(
                "server.port=0",
                "spring.kafka.bootstrap-servers=" + servers,
                "consilium.security.issuer=http://localhost:1/realms/consilium",
                "consilium.paging.cursor-key=only-for-this-test",
                "logging.level.org.apache.kafka.clients=error");
        return new SpringApplicationBuilder(SearchServiceApplication.class)
                .sources(beans.toArray(Class<?>[]::new))
                .run(Stream.concat(common, Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** Starts one of those that share the index of an OpenSearch node. */
    public static ConfigurableApplicationContext startOnCluster(String servers, URI node, String... settings) {
        Stream<String> cluster = Stream.of(
                "consilium.search.engine=opensearch",
                "consilium.search.opensearch.uris=" + node,
                "consilium.search.opensearch.replicas=0",
                "consilium.search.feed.discovery-interval=1s",
                "consilium.search.feed.commit-interval=500ms");
        return start(servers, Stream.concat(cluster, Stream.of(settings)).toArray(String[]::new));
    }
}
