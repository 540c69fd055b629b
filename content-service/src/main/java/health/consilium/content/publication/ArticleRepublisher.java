package health.consilium.content.publication;

import health.consilium.content.article.Articles;
import health.consilium.content.publication.PublishedArticles.Published;
import health.consilium.defaults.outbox.Republisher;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells Kafka again where every article stands. */
@Component
class ArticleRepublisher implements Republisher {

    private static final int BATCH = 100;

    private final Articles articles;
    private final PublishedArticles published;
    private final Messages messages;
    private final TransactionTemplate transaction;

    ArticleRepublisher(
            Articles articles, PublishedArticles published, Messages messages, TransactionTemplate transaction) {
        this.articles = articles;
        this.published = published;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    public void republishAll() {
        String last = "";
        while (last != null) {
            String after = last;
            last = transaction.execute(status -> republishAfter(after));
        }
    }

    /** Reads the documents only once nobody can write newer ones: a statement sees what is committed before it. */
    private @Nullable String republishAfter(String id) {
        List<String> locked = articles.lockAfter(id, BATCH);
        for (Published article : published.findAll(locked)) {
            if (article.withdrawn()) {
                messages.articleWithdrawn(article.id(), article.version(), article.document());
            } else {
                messages.article(Messages.ARTICLE_PUBLISHED, article.id(), article.version(), article.document());
            }
        }
        return locked.isEmpty() ? null : locked.getLast();
    }
}
