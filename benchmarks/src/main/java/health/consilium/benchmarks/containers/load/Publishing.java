package health.consilium.benchmarks.containers.load;

import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An editor and a reviewer who publish new versions of a few articles of their own, one after the other. */
public final class Publishing {
    private static final int ARTICLES = 20;

    private final Tally tally;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final List<String> articles = new ArrayList<>();
    private final List<Publication> done = new ArrayList<>();
    private int turn;

    public Publishing(Tally tally) {
        this.tally = tally;
    }

    /** Publishes the next version; a step that fails ends it, and the tally knows. */
    public void next() {
        String word = "probe%sx%d".formatted(run, turn++);
        Map<String, Object> text = Map.of("title", "Probe " + word, "body", "<p>A short text about " + word + ".</p>");
        if (articles.size() < ARTICLES) {
            tally.ask(Call.of("editor", "POST", "/api/v1/articles").json(text), 201)
                    .ifPresent(draft -> {
                        articles.add(draft.json().path("id").asString());
                        publish(articles.getLast(), draft, word);
                    });
        } else {
            String article = articles.get(turn % ARTICLES);
            Call change = Call.of("editor", "PATCH", path(article) + "/draft").json(text);
            tally.ask(change.header("If-Match", "*"), 200).ifPresent(draft -> publish(article, draft, word));
        }
    }

    private void publish(String article, Answer draft, String word) {
        String version = draft.header("ETag");
        Call review = Call.of("reviewer", "POST", path(article) + "/reviews").json(Map.of("decision", "approve"));
        Call publication =
                Call.of("editor", "PUT", path(article) + "/publication").json(Map.of());
        tally.ask(review.header("If-Match", version), 201)
                .flatMap(approved -> tally.ask(publication.header("If-Match", version), 200))
                .ifPresent(answer -> add(article, word, answer));
    }

    private synchronized void add(String article, String word, Answer answer) {
        long version = Long.parseLong(answer.header("ETag").replace("\"", ""));
        done.add(new Publication(article, version, word, answer.header("Change-Token")));
    }

    /** Those that were answered, in their order. */
    public synchronized List<Publication> done() {
        return List.copyOf(done);
    }

    private static String path(String article) {
        return "/api/v1/articles/" + article;
    }
}
