package health.consilium.content.publication;

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

    private final PublishedArticles published;
    private final Messages messages;
    private final TransactionTemplate transaction;

    ArticleRepublisher(PublishedArticles published, Messages messages, TransactionTemplate transaction) {
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

    private @Nullable String republishAfter(String id) {
        List<Published> batch = published.lockAfter(id, BATCH);
        for (Published article : batch) {
            if (article.withdrawn()) {
                messages.articleWithdrawn(article.id(), article.version(), article.document());
            } else {
                messages.article(Messages.ARTICLE_PUBLISHED, article.id(), article.version(), article.document());
            }
        }
        return batch.isEmpty() ? null : batch.getLast().id();
    }
}
