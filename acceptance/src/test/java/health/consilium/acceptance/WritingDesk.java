package health.consilium.acceptance;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An editor and a reviewer who publish random articles again and again on one instance, as long as there is work; when
 * somebody else was faster, they start over.
 */
record WritingDesk(
        String instance, Api editor, Api reviewer, List<String> articles, AtomicInteger work, RandomGenerator random)
        implements Callable<List<WritingDesk.Publication>> {

    /** A publication that was acknowledged, and how often it had to be tried. */
    record Publication(String article, long version, String instance, int attempts) {}

    @Override
    public List<Publication> call() {
        List<Publication> done = new ArrayList<>();
        for (int left = work.getAndDecrement(); left > 0; left = work.getAndDecrement()) {
            done.add(revise(left));
        }
        return done;
    }

    /** Goes on to another article where somebody was faster, lest all desks end up at one and only stop each other. */
    private Publication revise(int text) {
        for (int attempts = 1; ; attempts++) {
            String article = articles.get(random.nextInt(articles.size()));
            Answer published = attempt(article, text);
            if (published != null) {
                return new Publication(article, published.version(), instance, attempts);
            }
        }
    }

    private @Nullable Answer attempt(String article, int text) {
        Answer draft = editor.patch(
                        "/articles/" + article + "/draft",
                        Map.of("body", "<p>Revision " + text + " on " + instance + ".</p>"),
                        "If-Match",
                        "*")
                .expect(200);
        Answer review = reviewer.post(
                "/articles/" + article + "/reviews", Map.of("decision", "approve"), "If-Match", draft.etag());
        if (isOvertaken(review)) {
            return null;
        }
        review.expect(201);
        Answer publication = editor.put("/articles/" + article + "/publication", Map.of(), "If-Match", draft.etag());
        return isOvertaken(publication) ? null : publication.expect(200);
    }

    private static boolean isOvertaken(Answer answer) {
        return answer.status() == 409 || answer.status() == 412;
    }
}
