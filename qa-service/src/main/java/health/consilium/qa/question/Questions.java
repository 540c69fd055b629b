package health.consilium.qa.question;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All questions, public or not. */
@Service
public class Questions {

    private static final String INSERT = """
            INSERT INTO question (id, version, state, title, text, asker_handle, asker_age_band, asker_sex, subject,
                patient_age_band, patient_sex, addressed_to, specialty, topics, asked_on, source_name, source_url,
                source_licence, external_id, more_info_text, more_info_origin, more_info_model, more_info_reviewed_by,
                redacted, reason, created_at, published_at, updated_at, import_key, import_hash)
            VALUES (:id, :version, :state, :title, :text, :askerHandle, :askerAge, :askerSex, :subject,
                :patientAge, :patientSex, :addressedTo, :specialty, :topics, :askedOn, :sourceName, :sourceUrl,
                :sourceLicence, :externalId, :moreText, :moreOrigin, :moreModel, :moreReviewedBy,
                :redacted, :reason, :createdAt, :publishedAt, :updatedAt, :importKey, :importHash)
            ON CONFLICT (coalesce(source_name, ''), import_key) WHERE import_key IS NOT NULL DO NOTHING""";
    private static final String UPDATE = """
            UPDATE question SET version = :version, state = :state, title = :title, text = :text,
                asker_handle = :askerHandle, asker_age_band = :askerAge, asker_sex = :askerSex, subject = :subject,
                patient_age_band = :patientAge, patient_sex = :patientSex, addressed_to = :addressedTo,
                specialty = :specialty, topics = :topics, asked_on = :askedOn, source_name = :sourceName,
                source_url = :sourceUrl, source_licence = :sourceLicence, external_id = :externalId,
                more_info_text = :moreText, more_info_origin = :moreOrigin, more_info_model = :moreModel,
                more_info_reviewed_by = :moreReviewedBy, redacted = :redacted, reason = :reason,
                published_at = :publishedAt, updated_at = :updatedAt
            WHERE id = :id""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Questions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps a submitted question, and apart from it which account asked. */
    @Transactional
    public void submit(Question question, String account) {
        jdbc.sql(INSERT)
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
        jdbc.sql(UPDATE).paramSource(QuestionRows.parameters(question)).update();
        if (question.state().isPublic() || question.state() == QuestionState.WITHDRAWN) {
            events.publishEvent(new QuestionChanged(question, change));
        }
    }

    /** Adds an imported question unless its source and key are known; it tells nobody, the import does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Question question, ImportStamp stamp) {
        return jdbc.sql(INSERT)
                        .paramSource(QuestionRows.parameters(question)
                                .addValue("importKey", stamp.key())
                                .addValue("importHash", stamp.hash()))
                        .update()
                == 1;
    }

    /** The question imported before under this source and key, locked, with the stamp it was last imported with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Imported> lockImported(String source, String key) {
        return jdbc.sql("""
                        SELECT * FROM question
                        WHERE coalesce(source_name, '') = :source AND import_key = :key FOR UPDATE""")
                .param("source", source)
                .param("key", key)
                .query((row, number) -> new Imported(
                        QuestionRows.QUESTION.mapRow(row, number), new ImportStamp(key, row.getBytes("import_hash"))))
                .optional();
    }

    /** Remembers what a question was last imported with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stamp(UUID id, ImportStamp stamp) {
        jdbc.sql("UPDATE question SET import_hash = :hash WHERE id = :id")
                .param("hash", stamp.hash())
                .param("id", id)
                .update();
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

    /** A question with what it was last imported with. */
    public record Imported(Question question, ImportStamp stamp) {}
}
