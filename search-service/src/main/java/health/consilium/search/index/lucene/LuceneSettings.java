package health.consilium.search.index.lucene;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and how the embedded index is kept.
 *
 * @param directory the index's folder, of one running service only
 * @param bufferMegabytes how much new text is held in memory before it is written to a segment
 * @param snapshotLife how long the state of the index behind a cursor is kept for the next page
 * @param snapshots how many such states are kept at most
 */
@ConfigurationProperties("consilium.search")
record LuceneSettings(
        @DefaultValue("data/search") Path directory,
        @DefaultValue("64") int bufferMegabytes,
        @DefaultValue("2m") Duration snapshotLife,
        @DefaultValue("150") int snapshots) {}
