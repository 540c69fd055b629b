package health.consilium.qa.question;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Questions as rows of their table. */
final class QuestionRows {

    static final String INSERT = """
            INSERT INTO question (id, version, state, title, text, asker_handle, asker_age_band, asker_sex, subject,
                patient_age_band, patient_sex, addressed_to, specialty, topics, asked_on, source_name, source_url,
                source_licence, external_id, more_info_text, more_info_origin, more_info_model, more_info_reviewed_by,
                redacted, reason, created_at, published_at, updated_at, import_key, import_hash)
            VALUES (:id, :version, :state, :title, :text, :askerHandle, :askerAge, :askerSex, :subject,
                :patientAge, :patientSex, :addressedTo, :specialty, :topics, :askedOn, :sourceName, :sourceUrl,
                :sourceLicence, :externalId, :moreText, :moreOrigin, :moreModel, :moreReviewedBy,
                :redacted, :reason, :createdAt, :publishedAt, :updatedAt, :importKey, :importHash)""";
    static final String UPDATE = """
            UPDATE question SET version = :version, state = :state, title = :title, text = :text,
                asker_handle = :askerHandle, asker_age_band = :askerAge, asker_sex = :askerSex, subject = :subject,
                patient_age_band = :patientAge, patient_sex = :patientSex, addressed_to = :addressedTo,
                specialty = :specialty, topics = :topics, asked_on = :askedOn, source_name = :sourceName,
                source_url = :sourceUrl, source_licence = :sourceLicence, external_id = :externalId,
                more_info_text = :moreText, more_info_origin = :moreOrigin, more_info_model = :moreModel,
                more_info_reviewed_by = :moreReviewedBy, redacted = :redacted, reason = :reason,
                published_at = :publishedAt, updated_at = :updatedAt
            WHERE id = :id""";

    static final RowMapper<Question> QUESTION = (row, number) -> question(row);

    private QuestionRows() {}

    static MapSqlParameterSource parameters(Question question) {
        MapSqlParameterSource parameters = content(question.content());
        MoreInfo more = question.moreInfo();
        return parameters
                .addValue("id", question.id())
                .addValue("version", question.version())
                .addValue("state", question.state().label())
                .addValue("moreText", more == null ? null : more.text())
                .addValue("moreOrigin", more == null ? null : more.origin().label())
                .addValue("moreModel", more == null ? null : more.model())
                .addValue("moreReviewedBy", more == null ? null : more.reviewedBy())
                .addValue("redacted", question.redacted())
                .addValue("reason", question.reason())
                .addValue("createdAt", utc(question.createdAt()))
                .addValue("publishedAt", question.publishedAt() == null ? null : utc(question.publishedAt()))
                .addValue("updatedAt", utc(question.updatedAt()));
    }

    private static MapSqlParameterSource content(QuestionContent content) {
        Asker asker = content.asker();
        Patient patient = content.patient();
        Source source = content.source();
        return new MapSqlParameterSource()
                .addValue("title", content.title())
                .addValue("text", content.text())
                .addValue("askerHandle", asker == null ? null : asker.handle())
                .addValue("askerAge", asker == null ? null : label(asker.ageBand()))
                .addValue("askerSex", asker == null ? null : label(asker.sex()))
                .addValue("subject", content.subject().label())
                .addValue("patientAge", patient == null ? null : label(patient.ageBand()))
                .addValue("patientSex", patient == null ? null : label(patient.sex()))
                .addValue("addressedTo", content.addressedTo())
                .addValue("specialty", content.specialty())
                .addValue("topics", content.topics().toArray(String[]::new))
                .addValue("askedOn", content.askedOn())
                .addValue("sourceName", source == null ? null : source.name())
                .addValue("sourceUrl", source == null ? null : source.url())
                .addValue("sourceLicence", source == null ? null : source.licence())
                .addValue("externalId", content.externalId());
    }

    static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                QuestionState.labelled(row.getString("state")),
                content(row),
                moreInfo(row),
                row.getBoolean("redacted"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("published_at", OffsetDateTime.class)),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static QuestionContent content(ResultSet row) throws SQLException {
        return new QuestionContent(
                row.getString("title"),
                row.getString("text"),
                asker(row),
                Subject.labelled(row.getString("subject")),
                patient(row),
                row.getString("addressed_to"),
                row.getString("specialty"),
                strings(row.getArray("topics")),
                row.getObject("asked_on", LocalDate.class),
                source(row),
                row.getString("external_id"));
    }

    private static @Nullable Asker asker(ResultSet row) throws SQLException {
        String handle = row.getString("asker_handle");
        AgeBand age = AgeBand.labelled(row.getString("asker_age_band"));
        Sex sex = sex(row.getString("asker_sex"));
        return handle == null && age == null && sex == null ? null : new Asker(handle, age, sex);
    }

    private static @Nullable Patient patient(ResultSet row) throws SQLException {
        AgeBand age = AgeBand.labelled(row.getString("patient_age_band"));
        Sex sex = sex(row.getString("patient_sex"));
        return age == null && sex == null ? null : new Patient(age, sex);
    }

    private static @Nullable Source source(ResultSet row) throws SQLException {
        String name = row.getString("source_name");
        return name == null ? null : new Source(name, row.getString("source_url"), row.getString("source_licence"));
    }

    private static @Nullable MoreInfo moreInfo(ResultSet row) throws SQLException {
        String text = row.getString("more_info_text");
        return text == null
                ? null
                : new MoreInfo(
                        text,
                        MoreInfo.Origin.labelled(row.getString("more_info_origin")),
                        row.getString("more_info_model"),
                        row.getString("more_info_reviewed_by"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Sex sex(@Nullable String label) {
        return label == null ? null : Sex.labelled(label);
    }

    private static @Nullable String label(@Nullable AgeBand band) {
        return band == null ? null : band.label();
    }

    private static @Nullable String label(@Nullable Sex sex) {
        return sex == null ? null : sex.label();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
