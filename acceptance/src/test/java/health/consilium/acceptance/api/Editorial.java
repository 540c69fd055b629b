package health.consilium.acceptance.api;

import java.util.Map;

/** How an article comes before the public: an editor writes it, a reviewer approves it, the editor publishes it. */
public record Editorial(Api editor, Api reviewer) {
    /** An article's id and the ETag it was last seen with. */
    public record Draft(String id, String etag) {}

    public Draft draft(Map<String, ?> article) {
        Answer created = editor.post("/articles", article).expect(201);
        return new Draft(created.json().path("id").asString(), created.etag());
    }

    public void approve(String id) {
        reviewer.post("/articles/" + id + "/reviews", Map.of("decision", "approve"))
                .expect(201);
    }

    public Answer publish(Draft draft) {
        return editor.put("/articles/" + draft.id() + "/publication", Map.of(), "If-Match", draft.etag());
    }

    /** All three steps; the answer is that of the last. */
    public Answer published(Map<String, ?> article) {
        Draft draft = draft(article);
        approve(draft.id());
        return publish(draft).expect(200);
    }
}
