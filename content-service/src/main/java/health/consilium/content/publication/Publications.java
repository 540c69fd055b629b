package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.Article.ReviewState;
import health.consilium.content.article.Articles;
import health.consilium.content.page.Link;
import health.consilium.content.page.Moves;
import health.consilium.defaults.web.EntityTags;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do to make articles public, move them and take them back. */
@Component
class Publications {

    private final Articles articles;
    private final ArticlePublisher publisher;
    private final Renderer renderer;
    private final Moves moves;

    Publications(Articles articles, ArticlePublisher publisher, Renderer renderer, Moves moves) {
        this.articles = articles;
        this.publisher = publisher;
        this.renderer = renderer;
        this.moves = moves;
    }

    /** Publishes an approved draft, now or when the time has come; one that is public already stays as it is. */
    @Transactional
    public Article publish(String id, @Nullable String ifMatch, @Nullable Instant at, boolean allowMissingLinks) {
        Article article = lockCurrent(id, ifMatch);
        if (!article.hasOpenDraft()) {
            return article;
        }
        if (article.reviewState() != ReviewState.APPROVED) {
            throw PublicationProblems.notApproved();
        }
        if (!allowMissingLinks) {
            requireSoundLinks(article);
        }
        if (at != null && at.isAfter(Instant.now())) {
            Article scheduled = article.scheduled(at);
            articles.save(scheduled);
            return scheduled;
        }
        return publisher.publish(article);
    }

    @Transactional
    public Article withdraw(String id, @Nullable String ifMatch) {
        Article article = lockCurrent(id, ifMatch);
        if (!article.isLive()) {
            throw PublicationProblems.notPublished();
        }
        return publisher.withdraw(article);
    }

    /** Moves a page with all below it. */
    @Transactional
    public Article move(String id, @Nullable String ifMatch, String uri) {
        String current = articles.get(id).uri();
        if (current != null) {
            articles.lockTree(current);
        }
        Article article = lockCurrent(id, ifMatch);
        if (uri.equals(article.uri())) {
            return article;
        }
        Article first = article;
        for (Article moved : moves.move(article, uri)) {
            Long live = moved.liveVersion();
            Article shown = live == null ? moved : publisher.publishMoved(moved, live);
            first = shown.id().equals(id) ? shown : first;
        }
        return first;
    }

    /** Publishes one whose scheduled time has come, unless another instance has just done so. */
    @Transactional
    public void publishDue(String id) {
        articles.lockIfFree(id)
                .filter(article ->
                        article.publishAt() != null && !article.publishAt().isAfter(Instant.now()))
                .filter(article -> article.hasOpenDraft() && article.reviewState() == ReviewState.APPROVED)
                .ifPresent(publisher::publish);
    }

    private Article lockCurrent(String id, @Nullable String ifMatch) {
        Article article = articles.lock(id);
        Long rendered = article.renderedVersion();
        EntityTags.requireCurrent(
                ifMatch, article.draftVersion(), rendered == null ? article.draftVersion() : rendered);
        return article;
    }

    private void requireSoundLinks(Article article) {
        var revision = articles.revision(article.id(), article.draftVersion());
        List<Link> broken = renderer.render(article, revision).surroundings().links().stream()
                .filter(Link::isBroken)
                .toList();
        if (!broken.isEmpty()) {
            throw PublicationProblems.brokenLinks(broken);
        }
    }
}
