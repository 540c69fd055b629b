package health.consilium.qa.publication;

import health.consilium.defaults.outbox.Republisher;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.question.Change;
import health.consilium.qa.question.QuestionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends the last snapshot of every question and doctor again, withdrawals included. */
@Component
class Republishing implements Republisher {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final QuestionMessages questionMessages;
    private final DoctorMessages doctorMessages;
    private final TransactionTemplate transaction;

    Republishing(
            JdbcClient jdbc,
            QuestionMessages questionMessages,
            DoctorMessages doctorMessages,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.questionMessages = questionMessages;
        this.doctorMessages = doctorMessages;
        this.transaction = transaction;
    }

    @Override
    public void republishAll() {
        List<UUID> questions = List.of(new UUID(0, 0));
        while (!questions.isEmpty()) {
            UUID last = questions.getLast();
            questions = Objects.requireNonNull(transaction.execute(status -> republishQuestions(last)));
        }
        List<String> doctors = List.of("");
        while (!doctors.isEmpty()) {
            String last = doctors.getLast();
            doctors = Objects.requireNonNull(transaction.execute(status -> republishDoctors(last)));
        }
    }

    /** Locks first and reads in a second statement, which sees what those it waited for have written. */
    private List<UUID> republishQuestions(UUID after) {
        List<UUID> locked = jdbc.sql("SELECT id FROM question WHERE id > :after ORDER BY id LIMIT :limit FOR UPDATE")
                .param("after", after)
                .param("limit", BATCH)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        jdbc.sql("""
                        SELECT question_id, published.version, body, published.state, updated_at
                        FROM published_question AS published JOIN question ON question.id = question_id
                        WHERE question_id = ANY (CAST(:locked AS uuid[]))""")
                .param("locked", locked.stream().map(UUID::toString).toArray(String[]::new))
                .query(this::republishQuestion);
        return locked;
    }

    private void republishQuestion(ResultSet row) throws SQLException {
        UUID id = row.getObject("question_id", UUID.class);
        long version = row.getLong("version");
        byte[] body = row.getBytes("body");
        if (body == null) {
            OffsetDateTime at = row.getObject("updated_at", OffsetDateTime.class);
            questionMessages.withdrawn(id, version, at.toInstant());
        } else {
            Change change = Publications.change(QuestionState.labelled(row.getString("state")));
            questionMessages.append(id, version, change, body);
        }
    }

    private List<String> republishDoctors(String after) {
        return jdbc
                .sql("""
                        SELECT id, name, specialties, version FROM doctor
                        WHERE id > :after ORDER BY id LIMIT :limit FOR UPDATE""")
                .param("after", after)
                .param("limit", BATCH)
                .query((row, number) -> new Doctor(
                        row.getString("id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("specialties").getArray()),
                        row.getLong("version")))
                .list()
                .stream()
                .map(doctor -> {
                    doctorMessages.append(doctor);
                    return doctor.id();
                })
                .toList();
    }
}
