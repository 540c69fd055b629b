package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.Articles;
import health.consilium.content.page.Link;
import health.consilium.content.page.Moves;
import health.consilium.defaults.web.EntityTags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What editors do to make articles public, move them and take them back. */
@Component
class Publications {

    private static final Logger log = LoggerFactory.getLogger(Publications.class);

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

    /**
     * Publishes an approved draft, now or when the time has come; one that is public already stays as it is. Unless it
     * is scheduled, the draft's tag from before its approval is good too: approving changes nothing of what is
     * published.
     */
    @Transactional
    public Article publish(String id, @Nullable String ifMatch, @Nullable Instant at, boolean allowMissingLinks) {
        Article article = articles.lock(id);
        requireCurrent(article, ifMatch, article.publishAt() == null ? article.draftVersion() : article.stateVersion());
        if (!article.hasOpenDraft()) {
            return article;
        }
        if (!article.isApproved()) {
            throw PublicationProblems.notApproved();
        }
        List<Link> broken = allowMissingLinks ? List.of() : brokenLinks(article);
        if (!broken.isEmpty()) {
            throw PublicationProblems.brokenLinks(broken);
        }
        if (at != null && at.isAfter(Instant.now())) {
            return saved(article.scheduled(at, allowMissingLinks));
        }
        return publisher.publish(article);
    }

    /** Takes an article from the public; where there is only a schedule to be public, calls that off. */
    @Transactional
    public Article withdraw(String id, @Nullable String ifMatch) {
        Article article = articles.lock(id);
        requireCurrent(article, ifMatch, article.stateVersion());
        if (article.isLive()) {
            return publisher.withdraw(article);
        }
        if (article.publishAt() == null) {
            throw PublicationProblems.notPublished();
        }
        return saved(article.unscheduled());
    }

    /** Moves a page with all below it. */
    @Transactional
    public Article move(String id, @Nullable String ifMatch, String uri) {
        String current = articles.get(id).uri();
        if (current != null) {
            articles.lockTree(current);
        }
        Article article = articles.lock(id);
        requireCurrent(article, ifMatch, article.stateVersion());
        if (uri.equals(article.uri())) {
            return article;
        }
        List<Article> moved = moves.move(article, uri);
        for (Article one : moved) {
            Long live = one.liveVersion();
            if (live != null) {
                publisher.publishMoved(one, live);
            }
        }
        return moved.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Publishes one whose scheduled time has come, unless another instance has just done so. */
    @Transactional
    public void publishDue(String id) {
        articles.lockIfFree(id)
                .filter(article ->
                        article.publishAt() != null && !article.publishAt().isAfter(Instant.now()))
                .ifPresent(this::publishUnlessBroken);
    }

    /** Tries a scheduled publication again at another time. */
    @Transactional
    public void postpone(String id, Instant until) {
        Article article = articles.lock(id);
        var scheduled = article.draft().scheduled();
        if (scheduled != null) {
            articles.save(article.scheduled(until, scheduled.allowMissingLinks()));
        }
    }

    /** Links may have broken since it was scheduled; then it is for an editor to decide again. */
    private void publishUnlessBroken(Article article) {
        var scheduled = Objects.requireNonNull(article.draft().scheduled(), "the schedule of one that is due");
        List<Link> broken = scheduled.allowMissingLinks() ? List.of() : brokenLinks(article);
        if (broken.isEmpty()) {
            publisher.publish(article);
        } else {
            articles.save(article.unscheduled());
            log.warn("Article {} is not published as scheduled: {} links lead nowhere", article.id(), broken.size());
        }
    }

    private Article saved(Article article) {
        articles.save(article);
        return article;
    }

    private static void requireCurrent(Article article, @Nullable String ifMatch, long alsoGood) {
        long state = article.stateVersion();
        long rendered = Objects.requireNonNullElse(article.renderedVersion(), state);
        EntityTags.requireCurrent(ifMatch, state, rendered, alsoGood);
    }

    private List<Link> brokenLinks(Article article) {
        var revision = articles.revision(article.id(), article.draftVersion());
        return renderer.render(article, revision).surroundings().links().stream()
                .filter(Link::isBroken)
                .toList();
    }
}
