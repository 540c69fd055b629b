package health.consilium.qa.publication;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.qa.publication.PublishedQuestion.PublishedTopic;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.Questions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The projection that public reads come from: exact bytes, so that nothing unmoderated can be in them. */
@Repository
class PublishedQuestions {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    PublishedQuestions(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void put(Collection<Published> questions) {
        batches.batchUpdate("""
                INSERT INTO published_question
                    (question_id, version, state, body, summary, specialty, topics, doctors, listed_on)
                VALUES (:id, :version, :state, :body, :summary, :specialty, :topics, :doctors, :listedOn)
                ON CONFLICT (question_id) DO UPDATE SET version = excluded.version, state = excluded.state,
                    body = excluded.body, summary = excluded.summary, specialty = excluded.specialty,
                    topics = excluded.topics, doctors = excluded.doctors, listed_on = excluded.listed_on""", questions.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource parameters(Published published) {
        PublishedQuestion question = published.question();
        LocalDate day = LocalDate.ofInstant(question.publishedAt(), ZoneOffset.UTC);
        Stream<String> topics = question.topics().stream().map(PublishedTopic::id);
        Stream<String> doctors =
                question.answers().stream().map(answer -> answer.doctor().id()).distinct();
        return new MapSqlParameterSource()
                .addValue("id", UUID.fromString(question.id()))
                .addValue("version", question.version())
                .addValue("state", question.state().label())
                .addValue("body", published.body())
                .addValue("summary", json.writeValueAsBytes(QuestionSummary.of(question)))
                .addValue("specialty", question.specialty())
                .addValue("topics", topics.toArray(String[]::new))
                .addValue("doctors", doctors.toArray(String[]::new))
                .addValue("listedOn", Objects.requireNonNullElse(question.askedOn(), day));
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

    /** A question with the bytes it is served as. */
    @SuppressWarnings("ArrayRecordComponent")
    record Published(PublishedQuestion question, byte[] body) {}

    /** The bytes served at one version. */
    @SuppressWarnings("ArrayRecordComponent")
    record Document(long version, byte @Nullable [] body) {}
}
