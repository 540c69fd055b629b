package health.consilium.qa.answer;

import health.consilium.qa.doctor.AnswerCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All answers; whoever changes those of a question holds that question's row. */
@Service
public class Answers implements AnswerCounts {

    private static final RowMapper<Answer> ANSWER = (row, number) -> new Answer(
            row.getObject("id", UUID.class),
            row.getObject("question_id", UUID.class),
            row.getString("doctor_id"),
            row.getString("specialty"),
            row.getString("text"),
            row.getObject("replied_on", LocalDate.class),
            row.getInt("revision"),
            row.getBoolean("imported"));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Answers(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The answers of a question, the oldest first. */
    public List<Answer> of(UUID questionId) {
        return jdbc.sql("SELECT * FROM answer WHERE question_id = :question ORDER BY id")
                .param("question", questionId)
                .query(ANSWER)
                .list();
    }

    /** Adds answers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Answer> answers) {
        batches.batchUpdate(
                """
                INSERT INTO answer (id, question_id, doctor_id, specialty, text, replied_on, revision, imported)
                VALUES (:id, :questionId, :doctorId, :specialty, :text, :repliedOn, :revision, :imported)""", answers.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }

    /**
     * Makes a question's imported answers those its source gives by now: a doctor's changed text is a revision, what
     * the source no longer has goes, what it gained comes. Answers given here stay.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(UUID questionId, List<Answer> latest) {
        Map<String, List<Answer>> before = new HashMap<>();
        of(questionId).stream()
                .filter(Answer::imported)
                .forEach(answer -> before.computeIfAbsent(answer.doctorId(), id -> new ArrayList<>())
                        .add(answer));
        for (Answer answer : latest) {
            List<Answer> known = before.getOrDefault(answer.doctorId(), List.of());
            if (known.isEmpty()) {
                add(List.of(answer));
            } else {
                update(known.removeFirst().reimported(answer));
            }
        }
        before.values().forEach(gone -> gone.forEach(this::delete));
    }

    @Override
    public Map<String, Long> of(Collection<String> doctors) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT doctor_id, count(*) AS answers FROM answer JOIN question ON question.id = question_id
                        WHERE doctor_id = ANY (:doctors) AND state = 'answered' GROUP BY doctor_id""")
                .param("doctors", doctors.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("doctor_id"), row.getLong("answers")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    Optional<Answer> find(UUID id) {
        return jdbc.sql("SELECT * FROM answer WHERE id = :id")
                .param("id", id)
                .query(ANSWER)
                .optional();
    }

    /** Stores an answer's next state; the text it replaces is kept when the revision rises. */
    void update(Answer answer) {
        jdbc.sql("""
                        INSERT INTO answer_revision (answer_id, revision, text)
                        SELECT id, revision, text FROM answer WHERE id = :id AND revision < :revision""")
                .param("id", answer.id())
                .param("revision", answer.revision())
                .update();
        jdbc.sql("""
                        UPDATE answer SET specialty = :specialty, text = :text, replied_on = :repliedOn,
                            revision = :revision WHERE id = :id""")
                .param("id", answer.id())
                .param("specialty", answer.specialty())
                .param("text", answer.text())
                .param("repliedOn", answer.repliedOn())
                .param("revision", answer.revision())
                .update();
    }

    private void delete(Answer answer) {
        jdbc.sql("DELETE FROM answer WHERE id = :id").param("id", answer.id()).update();
    }
}
