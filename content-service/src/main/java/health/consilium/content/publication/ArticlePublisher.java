package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Moments;
import health.consilium.content.article.Revision;
import health.consilium.content.page.PageRef;
import health.consilium.content.page.Pages;
import health.consilium.content.page.Placement;
import health.consilium.content.publication.Renderer.Rendering;
import health.consilium.content.publication.RerenderQueue.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings articles before the public: address, projection and message, all in the transaction of whoever holds the
 * article's row lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ArticlePublisher {

    /** How long what an editor publishes may wait until others show it. */
    private static final Duration SOON = Duration.ofMillis(200);

    /** Long enough for most of an import to arrive, so that its articles are rendered again once. */
    private static final Duration SETTLED = Duration.ofSeconds(4);

    private final Articles articles;
    private final Pages pages;
    private final Renderer renderer;
    private final PublishedArticles published;
    private final RerenderQueue queue;
    private final Messages messages;

    ArticlePublisher(
            Articles articles,
            Pages pages,
            Renderer renderer,
            PublishedArticles published,
            RerenderQueue queue,
            Messages messages) {
        this.articles = articles;
        this.pages = pages;
        this.renderer = renderer;
        this.published = published;
        this.queue = queue;
        this.messages = messages;
    }

    /** Publishes an imported article that was saved at its rendered version just now. */
    public void publishImported(Article article, Revision revision, ArticleBody body) {
        write(Messages.ARTICLE_PUBLISHED, renderer.render(article, revision, body), SETTLED);
    }

    /** Publishes an imported article that has come from another uri. */
    public void publishMoved(Article article, Revision revision, ArticleBody body, String formerUri) {
        pages.redirect(
                List.of(new PageRef(article.id(), formerUri, revision.content().title())));
        write(Messages.ARTICLE_MOVED, renderer.render(article, revision, body), SETTLED);
    }

    /** Publishes an article's draft. */
    Article publish(Article article) {
        Article live = article.published(Moments.now());
        articles.save(live);
        write(
                Messages.ARTICLE_PUBLISHED,
                renderer.render(live, articles.revision(live.id(), live.draftVersion())),
                SOON);
        return live;
    }

    /** Shows a public article, which was saved at its new place already, there. */
    void publishMoved(Article moved, long liveVersion) {
        write(Messages.ARTICLE_MOVED, renderer.render(moved, articles.revision(moved.id(), liveVersion)), SOON);
    }

    /** Renders a public article again; where that makes no difference, nothing happens. */
    void refresh(Article article) {
        Long liveVersion = article.liveVersion();
        Long renderedVersion = article.renderedVersion();
        if (liveVersion == null || renderedVersion == null) {
            return;
        }
        Rendering rendering = renderer.render(article, articles.revision(article.id(), liveVersion));
        byte[] document = renderer.document(rendering, renderedVersion);
        boolean same = published
                .find(article.id())
                .filter(current -> Arrays.equals(current.document(), document))
                .isPresent();
        if (!same) {
            Article again = article.rendered();
            articles.save(again);
            pages.place(rendering.address(), rendering.surroundings());
            store(Messages.ARTICLE_PUBLISHED, rendering.of(again), null, List.of(), Instant.now());
        }
    }

    /** Takes an article from the public: its readers get to know that it is gone, and nothing else. */
    Article withdraw(Article article) {
        Article gone = article.withdrawn(Moments.now());
        articles.save(gone);
        pages.withdraw(gone.id());
        byte[] document = renderer.withdrawn(gone);
        published.withdraw(gone, document);
        queue.add(List.of(gone.id()), true, Instant.now());
        messages.articleWithdrawn(gone.id(), gone.version(), document);
        return gone;
    }

    private void write(String type, Rendering rendering, Duration wait) {
        Placement placement = pages.place(rendering.address(), rendering.surroundings());
        Instant now = Moments.now();
        store(type, rendering, now, queued(rendering, placement), now.plus(wait));
    }

    private void store(String type, Rendering rendering, @Nullable Instant changedAt, List<Entry> queued, Instant due) {
        Article article = rendering.article();
        byte[] document = renderer.document(rendering, article.version());
        published.write(rendering, document, changedAt, queued, due);
        messages.article(type, article.id(), article.version(), document);
    }

    private static List<Entry> queued(Rendering rendering, Placement placement) {
        var queued = new ArrayList<Entry>();
        placement.dispossessed().forEach(id -> queued.add(new Entry(id, false)));
        if (placement.visible() || rendering.surroundings().dependOnOthers()) {
            queued.add(new Entry(rendering.article().id(), placement.visible()));
        }
        return queued;
    }
}
