package health.consilium.stack.client;

import health.consilium.stack.ServerFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The main path, walked with demo users: an article and an answer from their first word to the search. */
public final class MainPath {
    /** Hears each step: what happens, the request, and its answer. */
    @FunctionalInterface
    public interface Witness {
        void see(String step, Call request, Answer answer);
    }

    private final GatewayClient gateway;
    private final Witness witness;
    private final String word;

    /** The word makes this walk's article and question findable among those of other walks. */
    public MainPath(GatewayClient gateway, Witness witness, String word) {
        this.gateway = gateway;
        this.witness = witness;
        this.word = word;
    }

    /** Fails with one sentence at the first step that is not answered as it should be. */
    public void walk() {
        article();
        question();
    }

    private void article() {
        Answer draft = step(
                "An editor writes a draft",
                201,
                Call.of("editor", "POST", "/api/v1/articles")
                        .json(Map.of(
                                "kind",
                                "post",
                                "title",
                                "Why a diary of blood pressure readings helps (" + word + ")",
                                "body",
                                "<p>A short diary shows what a single reading can't. Sample text, no medical advice.</p>",
                                "contributors",
                                List.of(Map.of("role", "author", "name", "Demo Editor")))));
        String article = "/api/v1/articles/" + draft.json().path("id").asString();
        step(
                "A reviewer approves it",
                201,
                Call.of("reviewer", "POST", article + "/reviews")
                        .header("If-Match", draft.header("ETag"))
                        .json(Map.of("decision", "approve", "comment", "Clear and short.")));
        Answer published = step(
                "The editor publishes it",
                200,
                Call.of("editor", "PUT", article + "/publication")
                        .header("If-Match", draft.header("ETag"))
                        .json(Map.of()));
        step("Anybody with a token reads it", 200, Call.of("member", "GET", article));
        search("The search has it at once", published);
    }

    private void question() {
        Answer asked = step(
                "A member asks",
                201,
                Call.of("member", "POST", "/api/v1/questions")
                        .json(Map.of(
                                "title", "How often should I write my readings down? (" + word + ")",
                                "text", "I measure at home in the morning. Is once a day enough?",
                                "specialty", "cardiology")));
        String question = "/api/v1/questions/" + asked.json().path("id").asString();
        step(
                "A moderator lets the public see it",
                200,
                Call.of("moderator", "POST", question + "/moderation")
                        .header("If-Match", asked.header("ETag"))
                        .json(Map.of("action", "publish")));
        Answer answered = step(
                "A cardiologist answers",
                201,
                Call.of("doctor", "POST", question + "/answers")
                        .json(Map.of(
                                "text",
                                "Twice a day for a week gives a fair picture. Sample text, no medical advice.")));
        step("Anybody with a token reads the answer", 200, Call.of("member", "GET", question));
        search("The search has that too", answered);
    }

    private void search(String step, Answer change) {
        String token = URLEncoder.encode(change.header("Change-Token"), StandardCharsets.UTF_8);
        Answer found = step(step, 200, Call.of("member", "GET", "/api/v1/search?q=" + word + "&after=" + token));
        if (!found.json().path("included").asBoolean(false)
                || found.json().path("items").isEmpty()) {
            throw new ServerFailure("The search does not show the change yet: see ./consilium status.");
        }
    }

    private Answer step(String name, int expected, Call request) {
        Answer answer = gateway.send(request);
        witness.see(name, request, answer);
        if (answer.status() != expected) {
            throw new ServerFailure("\"%s\" failed: %s".formatted(name, answer.problem()));
        }
        return answer;
    }
}
