package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

@ContentTest
class FrontMatterImportIT {

    @LocalServerPort
    private int port;

    private ContentApi editor;
    private ContentApi member;
    private NewsDesk desk;
    private Uploads uploads;
    private final String root = NewsDesk.freshUri();

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        editor = api.as("editor");
        member = api.as("member");
        desk = new NewsDesk(api);
        uploads = new Uploads(api);
    }

    @Test
    void publishesAtOnceWithItsOwnDates() {
        JsonNode job = uploads.document("front-matter", page(root, "Burns"));

        assertThat(job.at("/counts/created").asInt()).isEqualTo(1);
        JsonNode article = read(root);
        assertThat(article.get("createdAt").asString()).isEqualTo("2025-01-01T08:00:00Z");
        assertThat(article.get("updatedAt").asString()).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(article.at("/contributors/0/role").asString()).isEqualTo("author");
        assertThat(article.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void changesNothingWhenImportedAgain() {
        uploads.document("front-matter", page(root, "Burns"));
        byte[] before = member.get("/api/v1/articles/" + root).body();

        JsonNode again = uploads.document("front-matter", page(root, "Burns"));

        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(member.get("/api/v1/articles/" + root).body()).isEqualTo(before);
    }

    @Test
    void updatesAndMovesWhatHasChanged() {
        String uri = root + "/burns";
        uploads.document("front-matter", page(uri, "Burns"));

        JsonNode job = uploads.document(
                "front-matter", page(uri, "Scalds").replace("uri: " + uri, "uri: %s-new".formatted(uri)));

        assertThat(job.at("/counts/updated").asInt()).isEqualTo(1);
        JsonNode article = read(NewsDesk.idOf(uri));
        assertThat(article.get("title").asString()).isEqualTo("Scalds");
        assertThat(article.at("/formerUris/0").asString()).isEqualTo(uri);
        assertThat(member.get("/api/v1/articles/resolve?ref=" + uri).status()).isEqualTo(308);
    }

    @Test
    void leavesAWithdrawnArticleToEditors() {
        uploads.document("front-matter", page(root, "Burns"));
        assertThat(desk.withdraws(root).status()).isEqualTo(204);

        JsonNode same = uploads.document("front-matter", page(root, "Burns"));
        JsonNode changed = uploads.document("front-matter", page(root, "Scalds"));

        assertThat(same.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(changed.at("/rejected/0/reason").asString()).contains("withdrawn");
        assertThat(member.get("/api/v1/articles/" + root).status()).isEqualTo(410);
    }

    @Test
    void replacesNothingThatEditorsWrote() {
        String id = desk.makesPublic(NewsDesk.page(root, "Mine"));

        JsonNode job = uploads.document("front-matter", page(root, "Theirs"));

        assertThat(job.at("/rejected/0/reason").asString()).contains("written here");
        assertThat(read(id).get("title").asString()).isEqualTo("Mine");
    }

    @Test
    void keepsPostsOfTheSameTitleApart() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/faq.md", bytes(post("The first")));
        files.put("b/faq.md", bytes(post("The second")));

        JsonNode first = uploads.zip("front-matter", files);
        JsonNode again = uploads.zip("front-matter", files);
        files.put("a/faq.md", bytes(post("The first, revised")));
        JsonNode revised = uploads.zip("front-matter", files);

        assertThat(first.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(first.at("/rejected/0/record").asString()).isEqualTo("b/faq.md");
        assertThat(first.at("/rejected/0/reason").asString()).contains("'faq-" + root + "'", "give it an id");
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(revised.at("/counts/updated").asInt()).isEqualTo(1);
        assertThat(read("faq-" + root).get("body").asString()).contains("The first, revised");
    }

    @Test
    void keepsPagesWhoseUrisMakeTheSameIdApart() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.md", bytes(withoutId(page(root + "/b-c", "One"))));
        files.put("two.md", bytes(withoutId(page(root + "-b/c", "Two"))));

        JsonNode job = uploads.zip("front-matter", files);

        assertThat(job.at("/rejected/0/record").asString()).isEqualTo("two.md");
        assertThat(read(root + "-b-c").get("uri").asString()).isEqualTo(root + "/b-c");
    }

    @ParameterizedTest
    @CsvSource({"javascript:a(), /source/url must be an http", "'https://a.example/%s', /source/url size must be"})
    void keepsTheRulesOfDrafts(String address, String reason) {
        String url = address.formatted("a".repeat(2000));
        String document = page(root, "Burns")
                .replace("authorship:", "source: Elsewhere\nsource_url: '%s'\nauthorship:".formatted(url));

        JsonNode job = uploads.document("front-matter", document);

        assertThat(job.at("/rejected/0/reason").asString()).contains(reason);
        assertThat(member.get("/api/v1/articles/" + root).status()).isEqualTo(404);
    }

    @Test
    void saysEverythingThatIsWrongWithADocument() {
        String document = page(root, "t".repeat(501)).replace("authorship:", "language: English\nauthorship:");

        JsonNode job = uploads.document("front-matter", document);

        assertThat(job.at("/rejected/0/reason").asString()).contains("/title size", "/language must be");
    }

    @Test
    void leavesAnEditorsWorkAlone() {
        uploads.document("front-matter", page(root, "Burns"));
        editor.patch(
                "/api/v1/articles/%s/draft".formatted(root), Map.of("title", "Mine"), "If-Match", desk.draftTag(root));

        JsonNode job = uploads.document("front-matter", page(root, "Scalds"));

        assertThat(job.at("/rejected/0/reason").asString()).contains("draft");
        assertThat(read(root).get("title").asString()).isEqualTo("Burns");
    }

    @Test
    void refusesOneRecordAndTakesTheOthers() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.md", bytes(page(root + "/a", "A")));
        files.put("bad.md", bytes("no front matter"));
        files.put("taken.md", bytes(page(root + "/a", "B").replace("id: " + root, "id: other-" + root)));
        files.put("c.md", bytes(page(root + "/c", "C")));

        JsonNode job = uploads.zip("front-matter", files);

        assertThat(job.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(job.at("/counts/rejected").asInt()).isEqualTo(2);
        assertThat(job.at("/rejected/0/record").asString()).isEqualTo("bad.md");
        assertThat(job.at("/rejected/1/reason").asString()).contains("belongs to another article");
    }

    @Test
    void tellsHowItIsGoingToEditorsOnly() {
        JsonNode job = uploads.document("front-matter", page(root, "Burns"));
        String path = "/api/v1/imports/" + job.get("id").asString();

        assertThat(member.get(path).status()).isEqualTo(403);
        assertThat(member.head("/api/v1/imports").status()).isEqualTo(403);
        assertThat(editor.get("/api/v1/imports?limit=1").json().get("items").size())
                .isEqualTo(1);
        assertThat(editor.get("/api/v1/imports/0192-unknown").status()).isEqualTo(404);
        assertThat(editor.upload("/api/v1/imports?format=fax", MediaType.TEXT_PLAIN, bytes("a"))
                        .problem())
                .isEqualTo("400 /problems/invalid-request");
    }

    private JsonNode read(String id) {
        return member.get("/api/v1/articles/" + id).json();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String post(String text) {
        return "---\ntitle: FAQ %s\n---\n<p>%s</p>".formatted(root, text);
    }

    private static String withoutId(String page) {
        return page.replaceFirst("id: .*\n", "");
    }

    private static String page(String uri, String title) {
        return """
                ---
                id: %s
                uri: %s
                title: %s
                authorship: Authored by Mara Lindqvist
                updated_at: 2026-01-01T08:00:00Z
                created_at: 2025-01-01T08:00:00Z
                ---
                <p>About %s.</p>
                """.formatted(NewsDesk.idOf(uri), uri, title, title);
    }
}
