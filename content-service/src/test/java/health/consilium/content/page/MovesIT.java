package health.consilium.content.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentApi.Answer;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ContentTest
class MovesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ContentApi editor;
    private ContentApi member;
    private NewsDesk desk;
    private final String root = NewsDesk.freshUri() + "/page";

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        editor = api.as("editor");
        member = api.as("member");
        desk = new NewsDesk(api);
    }

    @Test
    void takesThePagesBelowAlong() {
        String parent = desk.makesPublic(NewsDesk.page(root, "Parent"));
        String child = desk.makesPublic(NewsDesk.page(root + "/child", "Child"));

        Answer moved = desk.moves(parent, root + "-new");

        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(read(child).get("uri").asString()).isEqualTo(root + "-new/child");
        assertThat(read(child).at("/formerUris/0").asString()).isEqualTo(root + "/child");
        assertThat(read(child).at("/breadcrumb/0/uri").asString()).isEqualTo(root + "-new");
        assertThat(read(parent).get("version").asLong()).isEqualTo(4);
    }

    @Test
    void redirectsTheOldUris() {
        String parent = desk.makesPublic(NewsDesk.page(root, "Parent"));
        desk.moves(parent, root + "-2");
        desk.moves(parent, root + "-3");

        Answer redirect = member.get("/api/v1/articles/resolve?ref=" + root);

        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.headers().getLocation())
                .hasToString("/api/v1/articles/resolve?ref=" + URLEncoder.encode(root + "-3", UTF_8));
        assertThat(member.get("/api/v1/articles/resolve?ref=%s-3".formatted(root))
                        .status())
                .isEqualTo(200);
        assertThat(read(parent).get("formerUris").toString()).isEqualTo("[\"%s-2\",\"%s\"]".formatted(root, root));
    }

    @Test
    void comesBackWithoutARedirectToItself() {
        String parent = desk.makesPublic(NewsDesk.page(root, "Parent"));
        desk.moves(parent, root + "-2");
        desk.moves(parent, root);

        assertThat(read(parent).get("formerUris").toString()).isEqualTo("[\"%s-2\"]".formatted(root));
        assertThat(member.get("/api/v1/articles/resolve?ref=" + root).status()).isEqualTo(200);
    }

    @Test
    void refusesAPlaceThatIsTakenOrBelowItself() {
        String one = desk.makesPublic(NewsDesk.page(root, "One"));
        desk.makesPublic(NewsDesk.page(root + "-taken", "Two"));

        assertThat(desk.moves(one, root + "-taken").problem()).isEqualTo("409 /problems/duplicate-uri");
        assertThat(desk.moves(one, root + "/below").problem()).isEqualTo("409 /problems/not-movable");
        assertThat(desk.moves(one, "/Bad/").problem()).isEqualTo("400 /problems/invalid-request");
    }

    @Test
    void tellsThoseWhoLinkToIt() {
        String target = desk.makesPublic(NewsDesk.page(root, "Target"));
        var page = NewsDesk.page(root + "-from", "From");
        page.put("body", "<p><a href=\"/%s\">A</a></p>".formatted(root));
        String source = desk.makesPublic(page);
        assertThat(link(source).get("status").asString()).isEqualTo("ok");

        desk.moves(target, root + "-new");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> link(source).get("status").asString().equals("moved"));
        assertThat(link(source).at("/target/uri").asString()).isEqualTo(root + "-new");
        assertThat(member.get("/api/v1/articles/%s/backlinks".formatted(target))
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(source);
    }

    @Test
    void mendsLinksOnceTheirTargetAppearsAndBreaksThemWhenItGoes() {
        var page = NewsDesk.page(root + "-from", "From");
        page.put("body", "<aside><a href=\"/%s-target\">A</a></aside>".formatted(root));
        String source = desk.makesPublic(page);
        assertThat(link(source).get("status").asString()).isEqualTo("missing");
        assertThat(link(source).get("rel").asString()).isEqualTo("aside");

        String target = desk.makesPublic(NewsDesk.page(root + "-target", "Target"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> link(source).get("status").asString().equals("ok"));

        desk.withdraws(target);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> link(source).get("status").asString().equals("withdrawn"));
    }

    @Test
    void knowsItsNeighboursAndItsParent() {
        String middle = desk.makesPublic(NewsDesk.page(root + "/b", "B"));
        desk.makesPublic(NewsDesk.page(root + "/a", "A"));
        desk.makesPublic(NewsDesk.page(root + "/c", "C"));
        desk.makesPublic(NewsDesk.page(root, "Root"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> read(middle).at("/previous/title").asString("").equals("A")
                        && read(middle).at("/next/title").asString("").equals("C")
                        && read(middle).at("/parent/title").asString("").equals("Root"));
    }

    @Test
    void keepsItsVersionWhenNothingAroundItChangesForReaders() {
        desk.makesPublic(NewsDesk.page(root, "Root"));
        String child = desk.makesPublic(NewsDesk.page(root + "/child", "Child"));
        String witness = desk.makesPublic(NewsDesk.page(root + "/other", "Other"));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> read(child).at("/next/title").asString("").equals("Other"));
        long version = read(child).get("version").asLong();

        desk.revises(NewsDesk.idOf(root), Map.of("description", "Only Root tells this."));
        desk.revises(witness, Map.of("title", "Witness"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> read(child).at("/next/title").asString("").equals("Witness"));
        assertThat(read(child).get("version").asLong()).isEqualTo(version + 1);
    }

    @Test
    void refusesThoseWhoDoNotKnowWhereADraftIsNow() {
        String id = desk.drafts(NewsDesk.page(root, "Draft"));
        String tag = desk.draftTag(id);
        assertThat(desk.moves(id, root + "-new").status()).isEqualTo(200);

        String article = "/api/v1/articles/" + id;
        Answer movedAgain = editor.put(article + "/uri", Map.of("uri", root + "-other"), "If-Match", tag);
        Answer movedBack = editor.put(article + "/draft", NewsDesk.page(root, "Draft"), "If-Match", tag);

        assertThat(movedAgain.problem()).isEqualTo("412 /problems/stale-version");
        assertThat(movedBack.problem()).isEqualTo("412 /problems/stale-version");
        assertThat(editor.get(article + "/draft").json().get("uri").asString()).isEqualTo(root + "-new");
    }

    @Test
    void refusesAPlaceWithoutRoomForThePagesBelow() {
        String parent = desk.makesPublic(NewsDesk.page(root, "Parent"));
        var child = NewsDesk.page(root + "/" + "c".repeat(400), "Child");
        child.put("id", "child-" + parent);
        desk.drafts(child);

        Answer refused = desk.moves(parent, root + "n".repeat(100));

        assertThat(refused.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("child-" + parent);
    }

    @Test
    void mendsLinksEvenIfAnArticleBeforeThemCannotBeRendered() {
        String broken = desk.makesPublic(linkingPage(root + "-broken"));
        String source = desk.makesPublic(linkingPage(root + "-from"));
        jdbc.sql("update article_revision set content = '{}' where article_id = ?")
                .param(broken)
                .update();

        desk.makesPublic(NewsDesk.page(root + "-target", "Target"));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> link(source).get("status").asString().equals("ok"));
        await().atMost(Duration.ofSeconds(10)).until(() -> isSetAside(broken));
        jdbc.sql("delete from rerender where article_id = ?").param(broken).update();
    }

    private Map<String, Object> linkingPage(String uri) {
        var page = NewsDesk.page(uri, "From");
        page.put("body", "<p><a href=\"/%s-target\">A</a></p>".formatted(root));
        return page;
    }

    private boolean isSetAside(String id) {
        return jdbc.sql("select exists (select from rerender where article_id = ? and due_at > now() + '1 min')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private JsonNode read(String id) {
        return member.get("/api/v1/articles/" + id).json();
    }

    private JsonNode link(String id) {
        return member.get("/api/v1/articles/%s/links".formatted(id)).json().at("/items/0");
    }
}
