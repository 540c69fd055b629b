package health.consilium.qa.publication;

import health.consilium.qa.doctor.DoctorChanged;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.Questions;
import health.consilium.qa.topic.TopicChanged;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Renders questions again whose doctor's name or topic's synonyms changed; same content makes no new version. */
@Component
class Refreshing {

    private static final Logger log = LoggerFactory.getLogger(Refreshing.class);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Questions questions;
    private final Publications publications;
    private final PublishedQuestions projection;
    private final TransactionTemplate transaction;

    Refreshing(
            JdbcClient jdbc,
            Questions questions,
            Publications publications,
            PublishedQuestions projection,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.publications = publications;
        this.projection = projection;
        this.transaction = transaction;
    }

    @EventListener
    void on(TopicChanged event) {
        queue("SELECT question_id FROM published_question WHERE topics @> ARRAY[CAST(:id AS text)]", event.id());
    }

    @EventListener
    void on(DoctorChanged event) {
        if (event.renamed()) {
            queue("""
                    SELECT question_id FROM answer WHERE doctor_id = :id
                    UNION SELECT id FROM question WHERE :id IN (addressed_to, more_info_reviewed_by)""", event.doctor().id());
        }
    }

    @Scheduled(fixedDelayString = "${consilium.qa.refresh-delay:1s}")
    void refreshQueued() {
        List<UUID> batch;
        do {
            batch = jdbc.sql("""
                            SELECT question_id FROM question_refresh WHERE queued_at <= now()
                            ORDER BY queued_at LIMIT :limit""")
                    .param("limit", BATCH)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
        } while (refreshed(batch) && batch.size() == BATCH);
    }

    /** Whether any was taken: those that somebody else holds wait for the next round. */
    private boolean refreshed(List<UUID> batch) {
        return batch.stream().filter(this::refreshedOrPutOff).count() > 0;
    }

    /** One that fails waits longer, so that it doesn't hold up the others. */
    private boolean refreshedOrPutOff(UUID id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> refresh(id)));
        } catch (RuntimeException failed) {
            log.error("Question {} could not be rendered again; it is tried again in a minute", id, failed);
            jdbc.sql("UPDATE question_refresh SET queued_at = now() + interval '1 minute' WHERE question_id = :id")
                    .param("id", id)
                    .update();
            return false;
        }
    }

    /** Takes the question's row before the queue's, as every writer of the queue holds at most the latter. */
    private boolean refresh(UUID id) {
        // nobody waits for it, and the relay only reads what is flushed
        jdbc.sql("SET LOCAL synchronous_commit TO off").update();
        boolean held = jdbc.sql("SELECT id FROM question WHERE id = :id FOR UPDATE SKIP LOCKED")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isEmpty();
        if (held) {
            return false;
        }
        jdbc.sql("DELETE FROM question_refresh WHERE question_id = :id")
                .param("id", id)
                .update();
        Question question = questions.lock(id);
        if (question.state().isPublic() && !projection.matches(publications.rendering(question))) {
            questions.save(question.touched(), Publications.change(question.state()));
        }
        return true;
    }

    private void queue(String affected, String id) {
        jdbc.sql("INSERT INTO question_refresh (question_id) SELECT * FROM (" + affected
                        + ") AS affected ORDER BY 1 ON CONFLICT (question_id) DO UPDATE SET queued_at = now()")
                .param("id", id)
                .update();
    }
}
