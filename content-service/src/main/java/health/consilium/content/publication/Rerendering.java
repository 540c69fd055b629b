package health.consilium.content.publication;

import health.consilium.content.article.Articles;
import health.consilium.content.page.Pages;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renders again what shows something of a changed article. It runs after the change is committed, so of two that
 * changed at the same time the later run sees both; any instance may do it.
 */
@Component
class Rerendering {

    /** Several entries are often about one article. */
    private static final int BATCH = 50;

    private final RerenderQueue queue;
    private final Articles articles;
    private final ArticlePublisher publisher;
    private final Pages pages;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Recurring work = new Recurring("Rendering changed surroundings", this::renderAll);

    Rerendering(
            RerenderQueue queue,
            Articles articles,
            ArticlePublisher publisher,
            Pages pages,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.articles = articles;
        this.publisher = publisher;
        this.pages = pages;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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
        return due.stream()
                        .filter(id -> work.step(id, () -> rerender(id), until -> queue.postpone(id, until)))
                        .count()
                > 0;
    }

    private boolean rerender(String articleId) {
        return Boolean.TRUE.equals(savepoint.execute(status -> refresh(articleId)));
    }

    private boolean refresh(String articleId) {
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
