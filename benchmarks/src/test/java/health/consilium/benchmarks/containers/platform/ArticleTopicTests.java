package health.consilium.benchmarks.containers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArticleTopicTests {
    @Test
    void readsKeysAndVersionsAsTheConsoleConsumerShowsThem() {
        Map<String, List<Long>> versions = ArticleTopic.versions(Stream.of(
                "ce_id:1,ce_time:2026-11-29T18:00:00Z,aggregateversion:1,partitionkey:a\ta",
                "aggregateversion:7\tb",
                "ce_id:2,aggregateversion:2\ta",
                "Processed a total of 3 messages"));

        assertThat(versions).isEqualTo(Map.of("a", List.of(1L, 2L), "b", List.of(7L)));
    }
}
