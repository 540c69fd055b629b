package health.consilium.content.publication;

import health.consilium.content.article.Articles;
import health.consilium.content.page.Pages;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renders again what shows something of a changed article. It runs after the change is committed, so of two that
 * changed at the same time the later run sees both; any instance may do it.
 */
@Component
class Rerendering {

    private static final int BATCH = 25;

    private final RerenderQueue queue;
    private final Articles articles;
    private final ArticlePublisher publisher;
    private final Pages pages;
    private final TransactionTemplate transaction;
    private final Recurring work = new Recurring("Rendering changed surroundings", this::renderAll);

    Rerendering(
            RerenderQueue queue,
            Articles articles,
            ArticlePublisher publisher,
            Pages pages,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.articles = articles;
        this.publisher = publisher;
        this.pages = pages;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${consilium.rerender.poll:100ms}")
    void run() {
        work.run();
    }

    private void renderAll() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch()));
        }
    }

    /** Whether it did anything: what another instance holds is left to it. */
    private boolean batch() {
        articles.planOnce();
        List<String> due = queue.due(Instant.now(), BATCH);
        return due.stream().filter(this::rerender).count() > 0;
    }

    private boolean rerender(String articleId) {
        var article = articles.lockIfFree(articleId);
        if (article.isEmpty()) {
            return false;
        }
        List<Boolean> taken = queue.take(articleId);
        if (taken.isEmpty()) {
            return false;
        }
        publisher.refresh(article.get());
        if (taken.contains(true)) {
            queue.add(pages.dependentsOf(articleId), false, Instant.now());
        }
        return true;
    }
}
