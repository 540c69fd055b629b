package health.consilium.acceptance.api;

import java.util.Map;

/** How a question is answered: a member asks, a moderator publishes, a doctor answers. */
public record Consultation(Api member, Api moderator, Api doctor) {
    /** Asks; the answer carries the question's id and ETag. */
    public Answer ask(Map<String, ?> question) {
        return member.post("/questions", question).expect(201);
    }

    public Answer publish(Answer asked) {
        String path = "/questions/" + asked.json().path("id").asString() + "/moderation";
        return moderator
                .post(path, Map.of("action", "publish"), "If-Match", asked.etag())
                .expect(200);
    }

    /** Asks and publishes; the answer is the moderator's. */
    public Answer published(Map<String, ?> question) {
        return publish(ask(question));
    }

    public Answer answer(String questionId, String text) {
        return doctor.post("/questions/" + questionId + "/answers", Map.of("text", text));
    }
}
