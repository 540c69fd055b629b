package health.consilium.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.api.Editorial;
import health.consilium.acceptance.api.Editorial.Draft;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** An article's life, step by step, from its draft to its withdrawal. */
@RunningPlatform
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArticleMainPathIT {
    private static final String URI = "marbleroot/first-days";
    private static final String NEW_URI = "marbleroot/the-first-days";

    private final Api reader;
    private final Api editor;
    private final Editorial editorial;
    private Draft draft = new Draft("", "");
    private String etag = "";

    ArticleMainPathIT(Platform platform) {
        this.reader = platform.asFrontEnd();
        this.editor = platform.as(User.EDITOR);
        this.editorial = new Editorial(editor, platform.as(User.REVIEWER));
    }

    @Test
    @Order(1)
    void keepsADraftFromReaders() {
        draft = editorial.draft(Map.of(
                "uri", URI,
                "title", "First days with a marbleroot splint",
                "body", "<h2>Why</h2><p onclick=\"x()\">It keeps the ankle still.</p><script>x()</script>"));

        reader.get("/articles/" + draft.id()).expectProblem(404, "not-found");
        reader.get("/articles/" + draft.id() + "/draft").expectProblem(403, "forbidden");
    }

    @Test
    @Order(2)
    void refusesPublicationBeforeSomebodyElseApproved() {
        editorial.publish(draft).expectProblem(409, "not-approved");
    }

    @Test
    @Order(3)
    void publishesAnApprovedDraft() {
        editorial.approve(draft.id());

        Answer published = editorial.publish(draft).expect(200);

        etag = published.etag();
        assertThat(search(published, "marbleroot").path("included").asBoolean()).isTrue();
    }

    @Test
    @Order(4)
    void servesTheSameBytesByIdAndByUri() {
        Answer byId = reader.get("/articles/" + draft.id()).expect(200);

        Answer byUri =
                reader.get("/articles/resolve?ref=" + Api.encoded("/" + URI)).expect(200);

        assertThat(byUri.body()).isEqualTo(byId.body());
        assertThat(byId.etag()).isEqualTo(etag);
        assertThat(byId.json().path("version").asLong()).isEqualTo(byId.version());
        assertThat(byId.json().path("body").asString())
                .contains("It keeps the ankle still.")
                .doesNotContain("x()");
    }

    @Test
    @Order(5)
    void answersNotModifiedToWhoKnowsTheVersion() {
        Answer known = reader.get("/articles/" + draft.id(), "If-None-Match", etag);

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    @Order(6)
    void findsItWithAnExcerptAndSaysHowFreshTheSearchIs() {
        JsonNode found = reader.get("/search?q=marbleroot+splint&type=article")
                .expect(200)
                .json();

        JsonNode first = found.path("items").path(0);
        assertThat(first.path("id").asString()).isEqualTo(draft.id());
        assertThat(first.path("excerpt").asString()).contains("ankle").doesNotContain("<");
        assertThat(found.path("freshness")
                        .valueStream()
                        .map(source -> source.path("source").asString()))
                .containsExactlyInAnyOrder("content", "qa");
    }

    @Test
    @Order(7)
    void redirectsFromTheUriItHasLeft() {
        Answer moved = editor.put("/articles/" + draft.id() + "/uri", Map.of("uri", NEW_URI), "If-Match", etag)
                .expect(200);

        Answer old = reader.get("/articles/resolve?ref=" + Api.encoded(URI)).expect(308);

        etag = moved.etag();
        String target = old.header("Location").replaceFirst("^.*/api/v1", "");
        assertThat(reader.get(target).expect(200).json().path("uri").asString()).isEqualTo(NEW_URI);
        assertThat(search(moved, "marbleroot").path("items").path(0).path("uri").asString())
                .isEqualTo(NEW_URI);
    }

    @Test
    @Order(8)
    void refusesAChangeOfAnOldVersion() {
        Answer stale = editor.delete("/articles/" + draft.id() + "/publication", "If-Match", "\"0\"");

        assertThat(stale.expectProblem(412, "stale-version")
                        .json()
                        .path("currentVersion")
                        .asLong())
                .isPositive();
    }

    @Test
    @Order(9)
    void isGoneEverywhereOnceWithdrawn() {
        Answer withdrawn = editor.delete("/articles/" + draft.id() + "/publication", "If-Match", etag)
                .expect(204);

        assertThat(search(withdrawn, "marbleroot").path("items")).isEmpty();
        reader.get("/articles/" + draft.id()).expectProblem(410, "gone");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                reader.get("/articles/resolve?ref=" + NEW_URI).status())
                        .isEqualTo(410));
    }

    /** Searches with the token of a write, so that the write must be seen. */
    private JsonNode search(Answer written, String words) {
        JsonNode found = reader.get("/search?q=%s&after=%s".formatted(words, Api.encoded(written.changeToken())))
                .expect(200)
                .json();
        assertThat(found.path("included").asBoolean())
                .as("the write is in the search")
                .isTrue();
        return found;
    }
}
