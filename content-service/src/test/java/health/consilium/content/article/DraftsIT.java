package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentApi.Answer;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ContentTest
class DraftsIT {

    @LocalServerPort
    private int port;

    private ContentApi editor;
    private ContentApi reviewer;
    private ContentApi member;
    private NewsDesk desk;

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        editor = api.as("editor");
        reviewer = api.as("reviewer");
        member = api.as("member");
        desk = new NewsDesk(api);
    }

    @Test
    void createsADraftThatReadersDoNotSee() {
        String uri = NewsDesk.freshUri();

        Answer created = editor.post("/api/v1/articles", NewsDesk.page(uri, "Burns"));

        String draft = "/api/v1/articles/%s/draft".formatted(uri);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().getLocation()).hasToString(draft);
        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.headers().getFirst("Change-Token")).isNotBlank();
        assertThat(created.json().get("state").asString()).isEqualTo("open");
        assertThat(created.json().get("language").asString()).isEqualTo("en");
        assertThat(editor.get(draft).json().get("title").asString()).isEqualTo("Burns");
        assertThat(reviewer.get(draft).status()).isEqualTo(200);
        assertThat(member.get(draft).problem()).isEqualTo("403 /problems/forbidden");
        assertThat(editor.get("/api/v1/articles/" + uri).status()).isEqualTo(404);
    }

    @Test
    void takesScriptsOutAndSaysSo() {
        var page = NewsDesk.page(NewsDesk.freshUri(), "Burns");
        page.put("body", "<h2>Cool it</h2><p onclick=\"a()\">Text</p><script>a()</script>");

        Answer created = editor.post("/api/v1/articles", page);

        assertThat(created.json().get("body").asString()).isEqualTo("<h2 id=\"cool-it\">Cool it</h2><p>Text</p>");
        assertThat(created.json().get("sanitised").toString())
                .contains("\"onclick\"")
                .contains("\"script\"");
    }

    @Test
    void makesIdsUniqueUnlessTheyAreChosen() {
        var post = Map.<String, Object>of("title", "Same " + NewsDesk.freshUri());
        String first = desk.drafts(post);

        assertThat(desk.drafts(post)).isEqualTo(first + "-2");
        assertThat(editor.post("/api/v1/articles", Map.of("id", first, "title", "Other"))
                        .problem())
                .isEqualTo("409 /problems/duplicate-id");
    }

    @Test
    void refusesAUriThatIsTaken() {
        String uri = NewsDesk.freshUri();
        desk.drafts(NewsDesk.page(uri, "Burns"));

        Answer second = editor.post("/api/v1/articles", NewsDesk.page(uri, "Scalds"));

        assertThat(second.problem()).isEqualTo("409 /problems/duplicate-uri");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"A\",\"uri\":\"/a/\"} | /uri",
                "{\"title\":\"A\",\"kind\":\"page\"} | /uri",
                "{\"title\":\"A\",\"kind\":\"post\",\"uri\":\"a\"} | /uri",
                "{\"title\":\" \"} | /title",
                "{\"title\":\"A\",\"colour\":\"red\"} | /colour",
                "{\"title\":\"A\",\"order\":\"first\"} | /order",
                "{\"title\":\"A\",\"id\":\"a b\"} | /id",
                "{\"title\":\"A\",\"language\":\"English\"} | /language",
                "{\"title\":\"A\",\"contributors\":[{\"role\":\"author\"}]} | /contributors/0/name",
                "{\"title\":\"A\",\"contributors\":[null]} | /contributors/0",
                "{\"title\":\"A\",\"classifications\":[null]} | /classifications/0",
                "{\"title\":\"A\",\"id\":\"resolve\"} | /id",
                "{\"title\":\"A\",\"lastReviewedOn\":\"yesterday\"} | /lastReviewedOn",
                "{\"title\":\"A\",\"source\":{\"name\":\"A\",\"url\":\"javascript:a\"}} | /source/url"
            })
    void pointsAtWhatIsWrong(String body, String pointer) {
        Answer refused = editor.post("/api/v1/articles", body);

        assertThat(refused.problem()).as(refused.toString()).isEqualTo("400 /problems/invalid-request");
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void replacesOnlyWhatTheEditorHasSeen() {
        String draft = "/api/v1/articles/%s/draft".formatted(desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A")));
        var changed = Map.<String, Object>of("title", "B");

        assertThat(editor.put(draft, changed).problem()).isEqualTo("428 /problems/precondition-required");
        Answer saved = editor.put(draft, changed, "If-Match", "\"1\"");
        Answer stale = editor.put(draft, Map.of("title", "C"), "If-Match", "\"1\"");

        assertThat(saved.etag()).isEqualTo("\"2\"");
        assertThat(stale.problem()).isEqualTo("412 /problems/stale-version");
        assertThat(stale.json().get("currentVersion").asLong()).isEqualTo(2);
        assertThat(editor.get(draft).json().get("title").asString()).isEqualTo("B");
    }

    @Test
    void mergesAPatch() {
        var page = new HashMap<>(NewsDesk.page(NewsDesk.freshUri(), "A"));
        page.put("surtitle", "First aid");
        page.put("source", Map.of("name", "Old", "licence", "CC0-1.0"));
        String draft = "/api/v1/articles/%s/draft".formatted(desk.drafts(page));
        String patch = "{\"title\":\"B\",\"surtitle\":null,\"source\":{\"name\":\"New\"}}";

        Answer patched = editor.patch(draft, patch, "If-Match", "\"1\"");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(patched.json().get("title").asString()).isEqualTo("B");
        assertThat(patched.json().get("surtitle").isNull()).isTrue();
        assertThat(patched.json().at("/source/name").asString()).isEqualTo("New");
        assertThat(patched.json().at("/source/licence").asString()).isEqualTo("CC0-1.0");
        assertThat(editor.patch(draft, "{\"colour\":1}", "If-Match", "\"2\"").problem())
                .isEqualTo("400 /problems/invalid-request");
        assertThat(editor.patch(draft, "{\"contributors\":[null]}", "If-Match", "\"2\"")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/contributors/0");
    }

    @Test
    void takesADraftBackAsItWasRead() {
        String draft = "/api/v1/articles/%s/draft".formatted(desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A")));
        Answer read = editor.get(draft);

        Answer unchanged = editor.put(draft, read.body(), "If-Match", read.etag());

        assertThat(unchanged.status()).as(unchanged.toString()).isEqualTo(200);
        assertThat(unchanged.etag()).isEqualTo(read.etag());
    }

    @Test
    void letsOneOfSeveralEditorsWin() {
        String draft = "/api/v1/articles/%s/draft".formatted(desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A")));

        List<Integer> statuses;
        try (var editors = Executors.newFixedThreadPool(8)) {
            var saves = IntStream.range(0, 8)
                    .mapToObj(number -> editors.submit(
                            () -> editor.put(draft, Map.of("title", "Editor " + number), "If-Match", "\"1\"")
                                    .status()))
                    .toList();
            statuses = saves.stream().map(DraftsIT::join).toList();
        }

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(7);
    }

    @Test
    void listsWhatReviewersSaid() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A"));
        String reviews = "/api/v1/articles/%s/reviews".formatted(id);

        reviewer.post(reviews, Map.of("decision", "request-changes", "comment", "Say for how long."));
        desk.approves(id);

        var items = reviewer.get(reviews).json().get("items");
        assertThat(items.get(0).get("decision").asString()).isEqualTo("approve");
        assertThat(items.get(1).get("comment").asString()).isEqualTo("Say for how long.");
        assertThat(editor.get(reviews).body()).isEqualTo(reviewer.get(reviews).body());
        assertThat(member.get(reviews).status()).isEqualTo(403);
    }

    @Test
    void givesIdsThatAnAddressCanName() {
        String unnameable = desk.drafts(Map.of("title", "Resolve"));
        String foreign = desk.drafts(NewsDesk.page(NewsDesk.freshUri() + "/käse", "Käse"));

        assertThat(unnameable).startsWith("article-resolve");
        assertThat(foreign).endsWith("-k-se");
        assertThat(editor.get("/api/v1/articles/%s/draft".formatted(foreign)).status())
                .isEqualTo(200);
    }

    @Test
    void tellsWhoReadADraftBeforeThatItWasReviewed() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A"));
        String draft = "/api/v1/articles/%s/draft".formatted(id);
        String before = desk.draftTag(id);

        Answer review = reviewer.post("/api/v1/articles/%s/reviews".formatted(id), Map.of("decision", "approve"));

        Answer after = editor.get(draft, "If-None-Match", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().get("state").asString()).isEqualTo("approved");
        assertThat(after.etag()).isEqualTo(review.etag());
        assertThat(editor.get(draft, "If-None-Match", after.etag()).status()).isEqualTo(304);
    }

    @Test
    void takesAReviewOnlyOfWhatTheReviewerHasSeen() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "A"));
        String draft = "/api/v1/articles/%s/draft".formatted(id);
        String seen = reviewer.get(draft).etag();
        editor.patch(draft, Map.of("title", "B"), "If-Match", seen);

        String reviews = "/api/v1/articles/%s/reviews".formatted(id);
        Answer review = reviewer.post(reviews, Map.of("decision", "approve"), "If-Match", seen);

        assertThat(review.problem()).isEqualTo("412 /problems/stale-version");
        assertThat(editor.get(draft).json().get("state").asString()).isEqualTo("open");
    }

    @Test
    void letsOneOfTwoDraftsHaveAUri() {
        String uri = NewsDesk.freshUri();
        List<String> drafts =
                List.of(desk.drafts(NewsDesk.page(uri + "/a", "A")), desk.drafts(NewsDesk.page(uri + "/b", "B")));

        List<Integer> statuses;
        try (var editors = Executors.newFixedThreadPool(2)) {
            var saves = drafts.stream()
                    .map("/api/v1/articles/%s/draft"::formatted)
                    .map(draft -> editors.submit(() -> editor.patch(draft, Map.of("uri", uri), "If-Match", "*")
                            .status()))
                    .toList();
            statuses = saves.stream().map(DraftsIT::join).toList();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    private static int join(Future<Integer> save) {
        try {
            return save.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
