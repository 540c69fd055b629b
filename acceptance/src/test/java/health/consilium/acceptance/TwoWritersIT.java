package health.consilium.acceptance;

import static health.consilium.acceptance.Figures.seconds;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.WritingDesk.Publication;
import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.Editorial;
import health.consilium.acceptance.platform.ContentInstance;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.StateMessage;
import health.consilium.acceptance.platform.Topic;
import health.consilium.acceptance.platform.User;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two instances of the content service publish the same articles at the same time. */
@RunningPlatform
@Order(4)
@TestInstance(Lifecycle.PER_CLASS)
class TwoWritersIT {
    private static final int ARTICLES = 200;
    private static final int UPDATES = Integer.getInteger("two-writers.updates", 20_000);
    private static final int DESKS_PER_INSTANCE = 8;

    private final Platform platform;
    private final List<Publication> publications = new ArrayList<>();
    private final Map<String, List<Long>> versionsInTopic = new TreeMap<>();
    private List<String> articles = List.of();

    TwoWritersIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publishOnBothInstances() {
        try (ContentInstance second = platform.startSecondContentService();
                Topic topic = Topic.fromNow(platform.kafka(), Topic.ARTICLES)) {
            articles = Parallel.map(IntStream.range(0, ARTICLES).boxed().toList(), this::create);
            var work = new AtomicInteger(UPDATES);
            List<Callable<List<Publication>>> desks = new ArrayList<>();
            for (int desk = 0; desk < DESKS_PER_INSTANCE; desk++) {
                desks.add(desk("first", platform.contentService(), work, desk));
                desks.add(desk("second", second.address(), work, desk));
            }
            Instant start = Instant.now();
            Parallel.all(desks, desks.size()).forEach(publications::addAll);
            Duration took = Duration.between(start, Instant.now());
            note(took);
            await().atMost(Duration.ofMinutes(1)).until(() -> collect(topic) >= ARTICLES + UPDATES);
        }
    }

    @Test
    void writesOnBothInstances() {
        Map<String, Long> written = publications.stream().collect(groupingBy(Publication::instance, counting()));

        assertThat(written.values()).hasSize(2).allMatch(count -> count > UPDATES / 5);
        assertThat(publications).hasSize(UPDATES);
    }

    @Test
    void sendsEachArticlesVersionsInRisingOrder() {
        versionsInTopic.forEach((article, versions) ->
                assertThat(versions).as(article).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void sendsEveryAcknowledgedVersion() {
        Map<String, TreeSet<Long>> acknowledged = publications.stream()
                .collect(groupingBy(Publication::article, mapping(Publication::version, toCollection(TreeSet::new))));

        acknowledged.forEach((article, versions) ->
                assertThat(versionsInTopic.get(article)).as(article).containsAll(versions));
    }

    @Test
    void servesTheLastVersionOfTheTopic() {
        Api reader = platform.as(User.MEMBER);

        List<Long> served = Parallel.map(
                articles, article -> reader.get("/articles/" + article).version());

        assertThat(served)
                .isEqualTo(articles.stream()
                        .map(article -> versionsInTopic
                                .getOrDefault(article, List.of(0L))
                                .getLast())
                        .toList());
    }

    private String create(int number) {
        var editorial = new Editorial(platform.as(User.EDITOR), platform.as(User.REVIEWER));
        String id = "two-writers-%03d".formatted(number);
        Answer published =
                editorial.published(Map.of("id", id, "title", "Written by two, " + number, "body", "<p>First.</p>"));
        return published.json().path("id").asString();
    }

    private WritingDesk desk(String instance, URI address, AtomicInteger work, int seed) {
        return new WritingDesk(
                instance,
                platform.as(User.EDITOR, address),
                platform.as(User.REVIEWER, address),
                articles,
                work,
                new Random(seed * 2L + instance.length()));
    }

    private int collect(Topic topic) {
        for (StateMessage message : topic.readToEnd()) {
            if (articles.contains(message.key())) {
                versionsInTopic
                        .computeIfAbsent(message.key(), key -> new ArrayList<>())
                        .add(message.version());
            }
        }
        return versionsInTopic.values().stream().mapToInt(List::size).sum();
    }

    private void note(Duration took) {
        long first = publications.stream()
                .filter(publication -> publication.instance().equals("first"))
                .count();
        long again = publications.stream()
                .mapToLong(publication -> publication.attempts() - 1)
                .sum();
        Figures.note(
                "two writers: %d publications of %d articles in %.1f s (%.0f/s), %d on the first instance, %d on the"
                        + " second, %d tries were overtaken",
                publications.size(),
                ARTICLES,
                seconds(took),
                publications.size() / seconds(took),
                first,
                publications.size() - first,
                again);
    }
}
