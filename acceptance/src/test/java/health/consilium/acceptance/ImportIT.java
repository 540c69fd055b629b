package health.consilium.acceptance;

import static health.consilium.acceptance.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.ImportRun;
import health.consilium.acceptance.api.SearchIndex;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Whole collections come in through the gateway and nothing of them is lost. */
@RunningPlatform
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIT {
    private static final int READ_ONE_OF = Integer.getInteger("import.read-one-of", 1);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Map<String, Integer> SAMPLES = Map.of("article", 14, "paper", 3, "question", 20);

    private final Api editor;
    private final Api moderator;
    private final Api reader;
    private final SearchIndex search;

    ImportIT(Platform platform) {
        this.editor = platform.as(User.EDITOR);
        this.moderator = platform.as(User.MODERATOR);
        this.reader = platform.as(User.MEMBER);
        this.search = new SearchIndex(reader);
    }

    /** What the platform comes with must not be counted among what is imported. */
    @BeforeEach
    void awaitSamples() {
        SAMPLES.forEach((type, count) -> await().atMost(LIMIT).until(() -> search.documents(type) >= count));
    }

    @Test
    @Order(1)
    void takesInEveryArticleOfACollection() throws IOException {
        List<Path> documents = SharedData.files("data/maxfacts/content", ".*\\.md");
        var zip = new Zip();
        for (Path document : documents) {
            zip.add(document.getFileName().toString(), Files.readAllBytes(document));
        }
        long before = search.documents("article");

        JsonNode counts = timed(
                "articles",
                "article",
                before + documents.size(),
                editor,
                "/imports?format=front-matter",
                "application/zip",
                zip.toBytes());

        assertThat(counts.path("created").asInt()).isEqualTo(documents.size()).isEqualTo(466);
        List<Integer> read = Parallel.map(
                articleIds(documents),
                id -> reader.get("/articles/" + Api.encoded(id)).status());
        assertThat(read).hasSize(466).containsOnly(200);
    }

    @Test
    @Order(2)
    void resolvesTheLinksOfTheCollection() {
        LinkExpectations expected = LinkExpectations.read(SharedData.at("data/functional/maxfacts-links/links.tsv"));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(expected.unmet(reader)).isEmpty());

        Figures.note("links: %s", expected.summary());
    }

    @Test
    @Order(3)
    void takesInEveryAnsweredQuestionOfACollection() {
        MedQuad pairs = MedQuad.read(SharedData.at("data/medquad/medquad.jsonl.gz"));
        long before = search.documents("question");

        JsonNode counts = timed(
                "questions",
                "question",
                before + pairs.size(),
                moderator,
                "/question-imports",
                "application/x-ndjson",
                pairs.toLines());

        assertThat(counts.path("created").asInt()).isEqualTo(pairs.size()).isEqualTo(16_407);
        assertThat(externalIds()).containsAll(pairs.ids());
    }

    @Test
    @Order(4)
    void changesNothingWhenACollectionComesAgain() {
        MedQuad pairs = MedQuad.read(SharedData.at("data/medquad/medquad.jsonl.gz"));

        JsonNode counts = ImportRun.submit(moderator, "/question-imports", "application/x-ndjson", pairs.toLines())
                .awaitCompleted(LIMIT)
                .path("counts");

        assertThat(counts.path("unchanged").asInt()).isEqualTo(pairs.size());
    }

    @Test
    @Order(5)
    void takesInASingleArticleAsItWasSent() throws IOException {
        Path seed = SharedData.files("seeds", "000_.*").getFirst();

        JsonNode job = ImportRun.submit(
                        editor, "/imports?format=front-matter", "text/markdown", Files.readAllBytes(seed))
                .awaitCompleted(LIMIT);

        JsonNode article = reader.get("/articles/treatment-surgery-tumour-metastases-level1")
                .expect(200)
                .json();
        assertThat(job.path("counts").path("rejected").asInt()).isZero();
        assertThat(article.path("contributors")
                        .valueStream()
                        .map(one -> one.path("role").asString() + " "
                                + one.path("name").asString()))
                .containsExactly("author Angelika Sebald", "proofreader David A. Mitchell", "editor David A. Mitchell");
    }

    @Test
    @Order(6)
    void takesInASinglePaperWithWhatIsUnknownLeftUnknown() throws IOException {
        Path seed = SharedData.files("seeds", "003_.*").getFirst();

        JsonNode job = ImportRun.submit(
                        editor, "/imports?format=paper-json", "application/json", Files.readAllBytes(seed))
                .awaitCompleted(LIMIT);

        assertThat(job.path("counts").path("created").asInt()).isEqualTo(1);
        JsonNode found = reader.get("/papers?doi=" + Api.encoded("10.21037/AOE-2020-MTEC-07"))
                .expect(200)
                .json()
                .path("items");
        assertThat(found).hasSize(1);
        JsonNode paper = reader.get("/papers/" + found.path(0).path("id").asString())
                .expect(200)
                .json();
        assertThat(paper.path("authors")).hasSize(4);
        assertThat(paper.findValues("value"))
                .noneMatch(value -> value.asString().isBlank());
        await().atMost(LIMIT)
                .until(() -> !search.page("q=synchronous+esophageal&type=paper")
                        .path("items")
                        .isEmpty());
    }

    private JsonNode timed(
            String what, String type, long searchable, Api api, String path, String contentType, byte[] body) {
        var run = ImportRun.submit(api, path, contentType, body);
        Duration uploaded = run.elapsed();
        JsonNode job = run.awaitCompleted(LIMIT);
        Duration imported = run.elapsed();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> search.documents(type) >= searchable);
        Duration found = run.elapsed();
        int total = job.path("total").asInt();
        Figures.note(
                "import of %d %s (%.1f MiB): uploaded in %.1f s, imported in %.1f s (%.0f/s), the last one searchable %.0f ms later",
                total,
                what,
                body.length / 1048576.0,
                seconds(uploaded),
                seconds(imported),
                total / seconds(imported),
                (double) found.minus(imported).toMillis());
        assertThat(job.path("rejected")).isEmpty();
        assertThat(search.documents(type)).isEqualTo(searchable);
        return job.path("counts");
    }

    private static List<String> articleIds(List<Path> documents) {
        return documents.stream()
                .map(document -> document.getFileName().toString().replaceFirst("\\s*\\.md$", ""))
                .toList();
    }

    /** As the list tells them; each is read by itself as well, or one of so many. */
    private Set<String> externalIds() {
        Map<String, String> listed = new LinkedHashMap<>();
        JsonNode page = reader.get("/questions?limit=100").expect(200).json();
        addTo(listed, page);
        while (!page.path("next").isNull()) {
            page = reader.get("/questions?limit=100&cursor="
                            + Api.encoded(page.path("next").asString()))
                    .expect(200)
                    .json();
            addTo(listed, page);
        }
        List<String> ids = List.copyOf(listed.keySet());
        List<String> some = IntStream.range(0, ids.size())
                .filter(number -> number % READ_ONE_OF == 0)
                .mapToObj(ids::get)
                .toList();
        List<String> unlike = Parallel.map(
                        some,
                        id -> reader.get("/questions/" + id)
                                        .expect(200)
                                        .json()
                                        .path("externalId")
                                        .asString("")
                                        .equals(listed.get(id))
                                ? ""
                                : id)
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(unlike).isEmpty();
        return Set.copyOf(listed.values());
    }

    private static void addTo(Map<String, String> listed, JsonNode page) {
        page.path("items")
                .forEach(item -> listed.put(
                        item.path("id").asString(), item.path("externalId").asString("")));
    }
}
