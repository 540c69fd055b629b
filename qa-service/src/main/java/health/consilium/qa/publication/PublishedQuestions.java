package health.consilium.qa.publication;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.Questions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The projection that public reads come from: exact bytes, so that nothing unmoderated can be in them. */
@Repository
class PublishedQuestions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublishedQuestions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void put(PublishedQuestion question, byte[] body, byte[] summary) {
        LocalDate published = LocalDate.ofInstant(question.publishedAt(), ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO published_question
                            (question_id, version, state, body, summary, specialty, topics, doctors, listed_on)
                        VALUES (:id, :version, :state, :body, :summary, :specialty, :topics, :doctors, :listedOn)
                        ON CONFLICT (question_id) DO UPDATE SET version = excluded.version, state = excluded.state,
                            body = excluded.body, summary = excluded.summary, specialty = excluded.specialty,
                            topics = excluded.topics, doctors = excluded.doctors, listed_on = excluded.listed_on""")
                .param("id", UUID.fromString(question.id()))
                .param("version", question.version())
                .param("state", question.state().label())
                .param("body", body)
                .param("summary", summary)
                .param("specialty", question.specialty())
                .param(
                        "topics",
                        question.topics().stream().map(topic -> topic.id()).toArray(String[]::new))
                .param(
                        "doctors",
                        question.answers().stream()
                                .map(answer -> answer.doctor().id())
                                .distinct()
                                .toArray(String[]::new))
                .param("listedOn", Objects.requireNonNullElse(question.askedOn(), published))
                .update();
    }

    /** Whether the projection already has exactly this, at the question's version. */
    boolean matches(Rendering rendering) {
        byte[] body = json.writeValueAsBytes(rendering.published());
        return jdbc.sql("SELECT body = :body FROM published_question WHERE question_id = :id")
                .param("body", body)
                .param("id", rendering.question().id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Leaves of a question only that it was there. */
    void withdraw(Question question) {
        jdbc.sql("""
                        UPDATE published_question SET version = :version, state = 'withdrawn', body = NULL,
                            summary = NULL, specialty = NULL, topics = '{}', doctors = '{}'
                        WHERE question_id = :id""")
                .param("id", question.id())
                .param("version", question.version())
                .update();
    }

    Document read(UUID id) {
        Document document = jdbc.sql("SELECT version, body FROM published_question WHERE question_id = :id")
                .param("id", id)
                .query((row, number) -> new Document(row.getLong("version"), row.getBytes("body")))
                .optional()
                .orElseThrow(Questions::unknown);
        if (document.body() == null) {
            throw new ProblemException(ProblemTypes.GONE, "This question was withdrawn.");
        }
        return document;
    }

    /** The bytes served at one version. */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(long version, byte @org.jspecify.annotations.Nullable [] body) {}
}
