package health.consilium.content.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentApi.Answer;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ContentTest
class PublicationIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ContentApi editor;
    private ContentApi member;
    private ContentApi reviewer;
    private NewsDesk desk;

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        editor = api.as("editor");
        member = api.as("member");
        reviewer = api.as("reviewer");
        desk = new NewsDesk(api);
    }

    @Test
    void needsTheApprovalOfSomeoneElse() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));

        assertThat(desk.publishes(id).problem()).isEqualTo("409 /problems/not-approved");
        assertThat(editor.post("/api/v1/articles/%s/reviews".formatted(id), Map.of("decision", "approve"))
                        .status())
                .isEqualTo(403);

        desk.approves(id);

        assertThat(desk.publishes(id).status()).isEqualTo(200);
        assertThat(read(id).status()).isEqualTo(200);
    }

    @Test
    void voidsAnApprovalWhenTheDraftIsEditedAgain() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.approves(id);
        String tag = desk.draftTag(id);
        editor.patch("/api/v1/articles/%s/draft".formatted(id), Map.of("title", "Scalds"), "If-Match", tag);

        assertThat(desk.publishes(id).problem()).isEqualTo("409 /problems/not-approved");
    }

    @Test
    void showsReadersNothingOfALaterDraft() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        String tag = desk.draftTag(id);

        editor.patch("/api/v1/articles/%s/draft".formatted(id), Map.of("title", "Secret"), "If-Match", tag);

        assertThat(read(id).json().get("title").asString()).isEqualTo("Burns");
    }

    @Test
    void servesTheSameBytesUntilTheArticleChanges() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        Answer first = read(id);

        Answer again = member.get("/api/v1/articles/" + id, "If-None-Match", first.etag());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(first.etag())
                .isEqualTo("\"%d\"".formatted(first.json().get("version").asLong()));

        desk.revises(id, Map.of("title", "Scalds"));

        assertThat(member.get("/api/v1/articles/" + id, "If-None-Match", first.etag())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesToPublishWhatTheEditorHasNotSeen() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.approves(id);
        String publication = "/api/v1/articles/%s/publication".formatted(id);

        assertThat(editor.put(publication, Map.of()).status()).isEqualTo(428);
        assertThat(editor.put(publication, Map.of(), "If-Match", "\"99\"").status())
                .isEqualTo(412);
        assertThat(reviewer.put(publication, Map.of(), "If-Match", "\"1\"").status())
                .isEqualTo(403);
    }

    @Test
    void refusesBrokenLinksUnlessTheyAreAllowed() {
        var page = NewsDesk.page(NewsDesk.freshUri(), "Burns");
        page.put("body", "<p><a href=\"/nowhere/at-all\">A</a> <a href=\"https://example.org\">B</a></p>");
        String id = desk.drafts(page);
        desk.approves(id);

        Answer refused = desk.publishes(id, Map.of());

        assertThat(refused.problem()).isEqualTo("409 /problems/broken-links");
        assertThat(refused.json().get("errors").size()).isEqualTo(1);
        assertThat(refused.json().at("/errors/0/detail").asString()).isEqualTo("/nowhere/at-all is missing");
        assertThat(desk.publishes(id).status()).isEqualTo(200);
        assertThat(read(id).json().at("/links/0/status").asString()).isEqualTo("missing");
        assertThat(read(id).json().at("/links/1/status").asString()).isEqualTo("external");
    }

    @Test
    void publishesAtTheScheduledTime() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.approves(id);
        Instant soon = Instant.now().plusSeconds(2);

        Answer scheduled = desk.publishes(id, Map.of("publishAt", soon.toString()));

        assertThat(scheduled.json().get("state").asString()).isEqualTo("scheduled");
        assertThat(read(id).status()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(15)).until(() -> read(id).status() == 200);
        assertThat(Instant.parse(read(id).json().get("publishedAt").asString())).isAfterOrEqualTo(soon);
    }

    @Test
    void takesTheTagThatTheTextWasSavedWithUnlessItIsScheduled() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        String saved = desk.draftTag(id);
        desk.approves(id);
        String publication = "/api/v1/articles/%s/publication".formatted(id);
        Map<String, Object> tomorrow =
                Map.of("publishAt", Instant.now().plusSeconds(90_000).toString());

        Answer scheduled = editor.put(publication, tomorrow, "If-Match", saved);
        Answer unaware = editor.put(publication, Map.of(), "If-Match", saved);
        Answer aware = editor.put(publication, Map.of(), "If-Match", scheduled.etag());

        assertThat(scheduled.status()).as(scheduled.toString()).isEqualTo(200);
        assertThat(unaware.problem()).isEqualTo("412 /problems/stale-version");
        assertThat(aware.json().get("state").asString()).isEqualTo("published");
    }

    @Test
    void callsOffASchedule() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.approves(id);
        desk.publishes(id, Map.of("publishAt", Instant.now().plusSeconds(90_000).toString()));

        Answer calledOff = desk.withdraws(id);

        assertThat(calledOff.status()).isEqualTo(204);
        Answer draft = editor.get("/api/v1/articles/%s/draft".formatted(id));
        assertThat(draft.json().get("publishAt").isNull()).isTrue();
        assertThat(draft.json().get("state").asString()).isEqualTo("approved");
        assertThat(draft.etag()).isEqualTo(calledOff.etag());
    }

    @Test
    void leavesAScheduledDraftAloneIfItsLinksHaveBrokenMeanwhile() {
        String target = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Target"));
        var page = NewsDesk.page(NewsDesk.freshUri(), "Burns");
        page.put("body", "<p><a href=\"/%s\">A</a></p>".formatted(target));
        String id = desk.drafts(page);
        desk.approves(id);
        Answer scheduled = desk.publishes(
                id, Map.of("publishAt", Instant.now().plusSeconds(3).toString()));
        assertThat(scheduled.status()).as(scheduled.toString()).isEqualTo(200);

        desk.withdraws(target);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> draft(id).get("publishAt").isNull());
        assertThat(draft(id).get("state").asString()).isEqualTo("approved");
        assertThat(read(id).status()).isEqualTo(404);
    }

    @Test
    void publishesOnTimeEvenIfAnArticleBeforeCannotBe() {
        Instant soon = Instant.now().plusSeconds(2);
        String broken = schedules(soon);
        jdbc.sql("update article_revision set content = '{}' where article_id = ?")
                .param(broken)
                .update();

        String healthy = schedules(soon.plusMillis(500));

        await().atMost(Duration.ofSeconds(15)).until(() -> read(healthy).status() == 200);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> jdbc.sql("select publish_at > now() + '1 min' from article where id = ?")
                        .param(broken)
                        .query(Boolean.class)
                        .single());
        jdbc.sql("delete from article where id = ?").param(broken).update();
    }

    @Test
    void refusesATimeBeyondAllCalendars() {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));

        Answer refused = desk.publishes(id, Map.of("publishAt", "+999999999-12-31T23:59:59Z"));

        assertThat(refused.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/publishAt");
    }

    @Test
    void keepsNothingOfAWithdrawnArticle() {
        String uri = NewsDesk.freshUri();
        String id = desk.makesPublic(NewsDesk.page(uri, "Burns"));

        Answer withdrawn = desk.withdraws(id);

        assertThat(withdrawn.status()).isEqualTo(204);
        assertThat(read(id).problem()).isEqualTo("410 /problems/gone");
        assertThat(member.get("/api/v1/articles/resolve?ref=" + uri).status()).isEqualTo(410);
        assertThat(desk.withdraws(id).problem()).isEqualTo("409 /problems/not-published");
        assertThat(desk.publishes(id).problem()).isEqualTo("409 /problems/not-approved");
    }

    @Test
    void publishesAWithdrawnArticleOnceItIsApprovedAgain() {
        String id = desk.makesPublic(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        long before = read(id).json().get("version").asLong();
        desk.withdraws(id);

        desk.approves(id);
        desk.publishes(id);

        assertThat(read(id).json().get("version").asLong()).isGreaterThan(before);
    }

    @Test
    void findsAnArticleByUriAndById() {
        String uri = NewsDesk.freshUri() + "/burns";
        String id = desk.makesPublic(NewsDesk.page(uri, "Burns"));

        Answer byUri = member.get("/api/v1/articles/resolve?ref=" + uri);
        Answer byId = member.get("/api/v1/articles/resolve?ref=/" + id);

        assertThat(byUri.body()).isEqualTo(read(id).body());
        assertThat(byId.etag()).isEqualTo(read(id).etag());
        assertThat(member.get("/api/v1/articles/resolve?ref=nothing/here").status())
                .isEqualTo(404);
    }

    @Test
    void asksForAToken() {
        assertThat(ContentApi.at(port).get("/api/v1/articles").problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(member.post("/api/v1/articles", Map.of("title", "A")).problem())
                .isEqualTo("403 /problems/forbidden");
    }

    private String schedules(Instant at) {
        String id = desk.drafts(NewsDesk.page(NewsDesk.freshUri(), "Burns"));
        desk.approves(id);
        assertThat(desk.publishes(id, Map.of("publishAt", at.toString())).status())
                .isEqualTo(200);
        return id;
    }

    private JsonNode draft(String id) {
        return editor.get("/api/v1/articles/%s/draft".formatted(id)).json();
    }

    private Answer read(String id) {
        return member.get("/api/v1/articles/" + id);
    }
}
