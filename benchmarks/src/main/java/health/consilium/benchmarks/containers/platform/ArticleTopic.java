package health.consilium.benchmarks.containers.platform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Kafka holds of the published state of articles, read by the console consumer in Kafka's own container. */
public final class ArticleTopic {
    private static final String READ = "/opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server localhost:9094"
            + " --topic consilium.content.article.state.v1 --from-beginning --timeout-ms 10000"
            + " --formatter-property print.key=true --formatter-property print.headers=true"
            + " --formatter-property print.value=false 2>/dev/null";
    private static final Pattern MESSAGE = Pattern.compile("(?:.*,)?aggregateversion:(\\d+)(?:,.*)?\t([^\t]+)");

    private final ComposePlatform platform;

    public ArticleTopic(ComposePlatform platform) {
        this.platform = platform;
    }

    /** The versions of each article, from the topic's beginning, in its order. */
    public Map<String, List<Long>> versions() {
        String kafka = platform.names("kafka").getFirst();
        return versions(platform.engine()
                .run("exec", "--env=KAFKA_HEAP_OPTS=-Xmx64m", kafka, "bash", "-c", READ)
                .lines());
    }

    static Map<String, List<Long>> versions(Stream<String> messages) {
        return messages.map(MESSAGE::matcher)
                .filter(Matcher::matches)
                .collect(groupingBy(
                        message -> message.group(2), mapping(message -> Long.parseLong(message.group(1)), toList())));
    }
}
