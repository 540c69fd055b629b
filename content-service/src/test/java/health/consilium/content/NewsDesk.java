package health.consilium.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.ContentApi.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An editor and a reviewer at work: the steps that many tests start from. */
public final class NewsDesk {

    private final ContentApi editor;
    private final ContentApi reviewer;

    public NewsDesk(ContentApi api) {
        this.editor = api.as("editor");
        this.reviewer = api.as("reviewer");
    }

    /** A place in the tree that no other test uses. */
    public static String freshUri() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    public static Map<String, Object> page(String uri, String title) {
        var page = new HashMap<String, Object>();
        page.put("uri", uri);
        page.put("title", title);
        page.put("body", "<p>About %s.</p>".formatted(title));
        return page;
    }

    public static String idOf(String uri) {
        return uri.replace('/', '-');
    }

    /** Drafts a page and returns its id. */
    public String drafts(Map<String, Object> page) {
        Answer created = editor.post("/api/v1/articles", page);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asString();
    }

    public void approves(String id) {
        Answer reviewed = reviewer.post("/api/v1/articles/%s/reviews".formatted(id), Map.of("decision", "approve"));
        assertThat(reviewed.status()).as(reviewed.toString()).isEqualTo(201);
    }

    public Answer publishes(String id) {
        return publishes(id, Map.of("allowMissingLinks", true));
    }

    public Answer publishes(String id, Map<String, Object> request) {
        return editor.put("/api/v1/articles/%s/publication".formatted(id), request, "If-Match", draftTag(id));
    }

    /** Drafts, approves and publishes a page and returns its id. */
    public String makesPublic(Map<String, Object> page) {
        String id = drafts(page);
        approves(id);
        Answer published = publishes(id);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);
        return id;
    }

    /** Changes fields of a public page and makes the change public. */
    public void revises(String id, Map<String, Object> changes) {
        Answer patched = editor.patch("/api/v1/articles/%s/draft".formatted(id), changes, "If-Match", draftTag(id));
        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        approves(id);
        assertThat(publishes(id).status()).isEqualTo(200);
    }

    public Answer withdraws(String id) {
        return editor.delete("/api/v1/articles/%s/publication".formatted(id), "If-Match", draftTag(id));
    }

    public Answer moves(String id, String uri) {
        return editor.put("/api/v1/articles/%s/uri".formatted(id), Map.of("uri", uri), "If-Match", draftTag(id));
    }

    public String draftTag(String id) {
        return editor.get("/api/v1/articles/%s/draft".formatted(id)).etag();
    }
}
