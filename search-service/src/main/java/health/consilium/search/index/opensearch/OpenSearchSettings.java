package health.consilium.search.index.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cluster that keeps the index, for {@code consilium.search.engine=opensearch}.
 *
 * @param uris the nodes to talk to; {@code https} for TLS
 * @param username who we are, unless anybody may come
 * @param index what the names of our indices begin with; services with the same one share them
 * @param shards into how many parts a new index is split
 * @param replicas how many copies of each part a new index keeps besides the first
 * @param connectTimeout how long a node may take to accept a connection
 * @param responseTimeout how long a node may take to answer
 * @param connections how many connections to each node are kept at most
 * @param snapshotLife how long the state of the index behind a cursor is kept for the next page
 * @param snapshots how many such states this service keeps at most
 */
@ConfigurationProperties("consilium.search.opensearch")
record OpenSearchSettings(
        @DefaultValue("http://localhost:9200") List<URI> uris,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("consilium-search") String index,
        @DefaultValue("1") int shards,
        @DefaultValue("1") int replicas,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("64") int connections,
        @DefaultValue("2m") Duration snapshotLife,
        @DefaultValue("150") int snapshots) {}
