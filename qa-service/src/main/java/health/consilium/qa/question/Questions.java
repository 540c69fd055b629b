package health.consilium.qa.question;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All questions, public or not. */
@Service
public class Questions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Questions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps a submitted question, and apart from it which account asked. */
    @Transactional
    public void submit(Question question, String account) {
        jdbc.sql(QuestionRows.INSERT)
                .paramSource(QuestionRows.parameters(question)
                        .addValue("importKey", null)
                        .addValue("importHash", null))
                .update();
        jdbc.sql("INSERT INTO question_asker (question_id, account) VALUES (:id, :account)")
                .param("id", question.id())
                .param("account", account)
                .update();
    }

    /** The question, its row locked until the transaction ends; an unknown id is a not-found problem. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Question lock(UUID id) {
        return jdbc.sql("SELECT * FROM question WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(QuestionRows.QUESTION)
                .optional()
                .orElseThrow(Questions::unknown);
    }

    /** Stores the next version of a locked question and tells of it if the public may notice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Question question, Change change) {
        jdbc.sql(QuestionRows.UPDATE)
                .paramSource(QuestionRows.parameters(question))
                .update();
        if (question.state().isPublic() || question.state() == QuestionState.WITHDRAWN) {
            events.publishEvent(new QuestionChanged(question, change));
        }
    }

    /** Submitted questions that follow {@code after}, the oldest first. */
    public List<Question> awaitingModeration(UUID after, int limit) {
        return jdbc.sql("SELECT * FROM question WHERE state = 'submitted' AND id > :after ORDER BY id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(QuestionRows.QUESTION)
                .list();
    }

    List<Question> askedBy(String account, UUID before, int limit) {
        return jdbc.sql("""
                        SELECT question.* FROM question JOIN question_asker ON question_id = id
                        WHERE account = :account AND question_id < :before ORDER BY question_id DESC LIMIT :limit""")
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(QuestionRows.QUESTION)
                .list();
    }

    /** The problem of a question that does not exist, or not for this caller. */
    public static ProblemException unknown() {
        return new ProblemException(ProblemTypes.NOT_FOUND, "There is no question with this id that you may read.");
    }
}
