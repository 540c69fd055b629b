package health.consilium.content.article.draft;

import health.consilium.content.article.Article;
import health.consilium.content.article.Article.ReviewState;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Moments;
import health.consilium.content.article.PlainText;
import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.web.EntityTags;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the word of reviewers on drafts; nobody reviews what they wrote themselves. */
@Component
class Reviews {

    /** A review, and the article as it now stands. */
    record Recorded(Article article, Review review) {}

    private final Articles articles;
    private final JdbcClient jdbc;
    private final Cursors cursors;

    Reviews(Articles articles, JdbcClient jdbc, Cursors cursors) {
        this.articles = articles;
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    @Transactional
    public Recorded record(
            String id, @Nullable String ifMatch, Decision decision, @Nullable String comment, String reviewer) {
        Article article = articles.lock(id);
        if (ifMatch != null) {
            EntityTags.requireCurrent(ifMatch, article.stateVersion());
        }
        requireOpenDraftOfOthers(article, reviewer);
        Article reviewed =
                article.reviewed(decision == Decision.APPROVE ? ReviewState.APPROVED : ReviewState.CHANGES_REQUESTED);
        articles.save(reviewed);
        var review = new Review(
                decision,
                PlainText.orNull(comment),
                reviewer,
                Moments.now(),
                reviewed.draftVersion(),
                reviewed.version());
        jdbc.sql("""
                        insert into article_review (article_id, version, draft_version, decision, comment, reviewer, decided_at)
                        values (:id, :version, :draftVersion, :decision, :comment, :reviewer, :decidedAt)
                        """)
                .param("id", id)
                .param("version", review.version())
                .param("draftVersion", review.draftVersion())
                .param("decision", decision.text())
                .param("comment", review.comment())
                .param("reviewer", reviewer)
                .param("decidedAt", Timestamp.from(review.decidedAt()))
                .update();
        return new Recorded(reviewed, review);
    }

    @Transactional(readOnly = true)
    public Page<Review> list(String id, Limit limit, @Nullable String cursor) {
        articles.get(id);
        long before = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(cursors.decode("reviews", cursor, 1).getFirst());
        List<Review> reviews = jdbc.sql(
                        "select * from article_review where article_id = ? and version < ? order by version desc limit ?")
                .params(id, before, limit.value() + 1)
                .query((row, number) -> new Review(
                        Decision.of(row.getString("decision")),
                        row.getString("comment"),
                        row.getString("reviewer"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getLong("draft_version"),
                        row.getLong("version")))
                .list();
        return Page.of(reviews, limit, last -> cursors.encode("reviews", List.of(Long.toString(last.version()))));
    }

    private static void requireOpenDraftOfOthers(Article article, String reviewer) {
        if (!article.hasOpenDraft()) {
            throw new ProblemException(
                    ArticleProblems.NOTHING_TO_REVIEW, "The draft is published as it is; there is nothing to review.");
        }
        if (article.isDraftedBy(reviewer)) {
            throw new ProblemException(
                    ArticleProblems.OWN_DRAFT, "Someone who did not work on this draft has to review it.");
        }
    }
}
