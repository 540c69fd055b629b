package health.consilium.content.publication;

import health.consilium.content.article.Articles;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes scheduled drafts when they are due; of several instances, the one that gets the row lock does. */
@Component
class Schedule {

    private static final int BATCH = 50;

    private final Articles articles;
    private final Publications publications;
    private final TransactionTemplate transaction;
    private final Recurring work = new Recurring("Scheduled publication", this::publishAll);

    Schedule(Articles articles, Publications publications, TransactionTemplate transaction) {
        this.articles = articles;
        this.publications = publications;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${consilium.schedule.poll:1s}")
    void run() {
        work.run();
    }

    private void publishAll() {
        List<String> due = transaction.execute(status -> articles.due(Instant.now(), BATCH));
        due.forEach(id -> work.step(id, () -> publish(id), until -> publications.postpone(id, until)));
    }

    private boolean publish(String id) {
        publications.publishDue(id);
        return true;
    }
}
