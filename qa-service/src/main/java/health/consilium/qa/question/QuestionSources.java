package health.consilium.qa.question;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which questions were imported from which records of which sources. */
@Service
public class QuestionSources {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    QuestionSources(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Adds imported questions; it tells nobody, the import does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Imported> questions) {
        batches.batchUpdate(
                QuestionRows.INSERT,
                questions.stream()
                        .map(imported -> QuestionRows.parameters(imported.question())
                                .addValue("importKey", imported.stamp().key().id())
                                .addValue("importHash", imported.stamp().hash()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Those of the records that were imported before, with what they said then. */
    public Map<ImportStamp.Key, ImportStamp> known(Collection<ImportStamp.Key> keys) {
        return jdbc
                .sql("""
                        SELECT coalesce(source_name, '') AS source, import_key, import_hash FROM question
                        WHERE import_key IS NOT NULL AND (coalesce(source_name, ''), import_key) IN (
                            SELECT * FROM unnest(CAST(:sources AS text[]), CAST(:ids AS text[])))""")
                .param("sources", keys.stream().map(ImportStamp.Key::source).toArray(String[]::new))
                .param("ids", keys.stream().map(ImportStamp.Key::id).toArray(String[]::new))
                .query((row, number) -> new ImportStamp(
                        new ImportStamp.Key(row.getString("source"), row.getString("import_key")),
                        row.getBytes("import_hash")))
                .list()
                .stream()
                .collect(toMap(ImportStamp::key, stamp -> stamp));
    }

    /** The question imported before from this record, locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Imported> lock(ImportStamp.Key key) {
        return jdbc.sql("""
                        SELECT * FROM question
                        WHERE coalesce(source_name, '') = :source AND import_key = :id FOR UPDATE""")
                .param("source", key.source())
                .param("id", key.id())
                .query((row, number) ->
                        new Imported(QuestionRows.question(row), new ImportStamp(key, row.getBytes("import_hash"))))
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

    /** A question with what it was last imported with. */
    public record Imported(Question question, ImportStamp stamp) {}
}
