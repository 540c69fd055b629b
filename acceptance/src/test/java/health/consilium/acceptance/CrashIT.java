package health.consilium.acceptance;

import static health.consilium.acceptance.platform.Part.CONTENT;
import static health.consilium.acceptance.platform.Part.KAFKA;
import static health.consilium.acceptance.platform.Part.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.ImportRun;
import health.consilium.acceptance.api.SearchIndex;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.StateMessage;
import health.consilium.acceptance.platform.Topic;
import health.consilium.acceptance.platform.User;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Three parts are killed with SIGKILL in the middle of an import, one after the other. */
@RunningPlatform
@Order(5)
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
    private static final String MARKER = "quillonade";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(10);

    private final InventedLibrary library = InventedLibrary.of(MARKER, 2_000);
    private final Map<String, InventedPage> expected = library.last();
    private final Platform platform;
    private final Api reader;
    private final SearchIndex search;
    private long before;

    CrashIT(Platform platform) {
        this.platform = platform;
        this.reader = platform.as(User.MEMBER);
        this.search = new SearchIndex(reader);
    }

    @BeforeAll
    void importWhilePartsAreKilled() {
        before = search.documents("article");
        ImportRun run = ImportRun.submit(
                platform.as(User.EDITOR), "/imports?format=front-matter", "application/zip", library.zip());
        String content = killContentService(run);
        String kafka = killKafka(run);
        String search = killSearchService();
        run.awaitCompleted(LIMIT);
        Figures.note(
                "crash: import of %d records in %.1f s; killed %s, %s, %s",
                library.pages().size(), Figures.seconds(run.elapsed()), content, kafka, search);
    }

    private String killContentService(ImportRun run) {
        JsonNode job = run.awaitProcessed(300, LIMIT);
        platform.kill(CONTENT);
        run.read().expectProblem(503, "unavailable");
        platform.restart(CONTENT);
        return "content at " + job.path("processed").asInt();
    }

    private String killKafka(ImportRun run) {
        JsonNode job = run.awaitProcessed(900, LIMIT);
        assertThat(job.path("state").asString()).isEqualTo("running");
        platform.kill(KAFKA);
        platform.restart(KAFKA);
        return "kafka at " + job.path("processed").asInt();
    }

    private String killSearchService() {
        long known = search.documents("article");
        await().atMost(LIMIT).pollInterval(POLL).until(() -> search.documents("article") > known);
        long found = search.documents("article") - before;
        platform.kill(SEARCH);
        assertThat(found).isLessThan(expected.size());
        platform.restart(SEARCH);
        return "search when it held %d of %d articles".formatted(found, expected.size());
    }

    @Test
    void countsEveryRecordOfTheImportOnce() {
        JsonNode jobs =
                platform.as(User.EDITOR).get("/imports?limit=1").expect(200).json();

        JsonNode counts = jobs.path("items").path(0).path("counts");

        assertThat(counts.path("created").asInt()).isEqualTo(expected.size());
        assertThat(counts.path("updated").asInt()).isEqualTo(Math.toIntExact(library.updates()));
        assertThat(counts.path("rejected").asInt()).isZero();
    }

    @Test
    void servesEveryArticleAtItsLastEditionWithAllLinksSound() {
        await().atMost(LIMIT).untilAsserted(() -> {
            List<String> wrong = Parallel.map(expected.values(), this::difference).stream()
                    .filter(difference -> !difference.isEmpty())
                    .toList();

            assertThat(wrong).isEmpty();
        });
    }

    @Test
    void findsEveryArticleOnceAtItsLastEdition() {
        await().atMost(LIMIT).untilAsserted(() -> {
            List<String> found = search.all(MARKER, "article").stream()
                    .map(item -> item.path("id").asString() + ": "
                            + item.path("title").asString())
                    .sorted()
                    .toList();

            assertThat(found).isEqualTo(expectedTitles());
            assertThat(search.documents("article")).isEqualTo(before + expected.size());
        });
    }

    @Test
    void keepsInTheTopicWhatIsServed() {
        await().atMost(LIMIT).untilAsserted(() -> {
            Map<String, StateMessage> last = lastMessages();

            List<String> wrong = Parallel.map(expected.keySet(), id -> unlike(last.get(id), id)).stream()
                    .filter(difference -> !difference.isEmpty())
                    .toList();
            assertThat(wrong).isEmpty();
        });
    }

    private String difference(InventedPage page) {
        JsonNode article = reader.get("/articles/" + page.id()).expect(200).json();
        boolean sound = article.path("links")
                .valueStream()
                .allMatch(link -> link.path("status").asString().equals("ok"));
        boolean current = article.path("title").asString().equals(page.title());
        return sound && current ? "" : page.id() + " is " + article.path("title") + " with " + article.path("links");
    }

    private Map<String, StateMessage> lastMessages() {
        Map<String, StateMessage> last = new HashMap<>();
        try (Topic topic = Topic.fromStart(platform.kafka(), Topic.ARTICLES)) {
            topic.readToEnd().forEach(message -> last.put(message.key(), message));
        }
        return last;
    }

    private String unlike(@Nullable StateMessage message, String id) {
        Answer served = reader.get("/articles/" + id).expect(200);
        boolean same = message != null
                && message.version() == served.version()
                && served.body().equals(message.document());
        return same ? "" : "%s: served at %d, in the topic %s".formatted(id, served.version(), message);
    }

    private List<String> expectedTitles() {
        return expected.values().stream()
                .map(page -> page.id() + ": " + page.title())
                .toList();
    }
}
