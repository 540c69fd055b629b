package health.consilium.defaults.imports;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.annotation.Transactional;

/** Takes imports in and tells how far they are. A job is stored whole before it is acknowledged. */
public class ImportJobs {

    private static final int INSERT_BATCH = 500;
    private static final int INSERT_BYTES = 8 * 1024 * 1024;
    private static final String LIST = "imports";
    private static final String JOBS = "select * from import_job ";

    private final JdbcTemplate database;
    private final Cursors cursors;
    private final Runnable submitted;
    private final List<String> formats;

    ImportJobs(JdbcTemplate database, Cursors cursors, List<String> formats, Runnable submitted) {
        this.database = database;
        this.cursors = cursors;
        this.formats = formats;
        this.submitted = submitted;
    }

    /** Stores all records of an import and returns its job; an unknown format or an empty upload is invalid. */
    @Transactional
    public ImportJob submit(String format, Iterator<ImportRecord> records) {
        if (!formats.contains(format)) {
            throw new ProblemException(
                            ProblemTypes.INVALID_REQUEST, "Formats taken here: " + String.join(", ", formats) + ".")
                    .error("format", "is not a known format");
        }
        String id = Objects.requireNonNull(database.queryForObject(
                "insert into import_job (format, total) values (?, 0) returning id", String.class, format));
        int total = store(id, records);
        if (total == 0) {
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "The upload holds no record.");
        }
        database.update("update import_job set total = ? where id = ?", total, id);
        submitted.run();
        return find(id).orElseThrow();
    }

    private int store(String id, Iterator<ImportRecord> records) {
        List<Object[]> batch = new ArrayList<>();
        int total = 0;
        int bytes = 0;
        while (records.hasNext()) {
            ImportRecord record = records.next();
            batch.add(new Object[] {id, record.number(), record.name(), record.content()});
            bytes += record.content().length;
            total++;
            if (batch.size() == INSERT_BATCH || bytes >= INSERT_BYTES || !records.hasNext()) {
                database.batchUpdate(
                        "insert into import_record (job_id, number, name, content) values (?, ?, ?, ?)", batch);
                batch.clear();
                bytes = 0;
            }
        }
        return total;
    }

    /** One job with what it rejected. */
    public Optional<ImportJob> find(String id) {
        return database.query(JOBS + "where id = ?", job(true), id).stream().findFirst();
    }

    /** Jobs, newest first, without their rejected records. */
    public Page<ImportJob> list(Limit limit, @Nullable String cursor) {
        List<ImportJob> found = cursor == null
                ? database.query(JOBS + "order by id desc limit ?", job(false), limit.value() + 1)
                : database.query(
                        JOBS + "where id < ? order by id desc limit ?",
                        job(false),
                        cursors.decode(LIST, cursor, 1).getFirst(),
                        limit.value() + 1);
        return Page.of(found, limit, last -> cursors.encode(LIST, List.of(last.id())));
    }

    private RowMapper<ImportJob> job(boolean withRejected) {
        return (row, number) -> {
            var counts = new ImportJob.Counts(
                    row.getInt("created"), row.getInt("updated"), row.getInt("unchanged"), row.getInt("rejected"));
            String id = row.getString("id");
            return new ImportJob(
                    id,
                    row.getString("format"),
                    state(row),
                    row.getInt("total"),
                    counts.created() + counts.updated() + counts.unchanged() + counts.rejected(),
                    counts,
                    withRejected ? rejected(id) : List.of(),
                    row.getTimestamp("created_at").toInstant(),
                    instant(row.getTimestamp("finished_at")));
        };
    }

    private List<ImportJob.RejectedRecord> rejected(String id) {
        return database.query(
                """
                select number, name, reason from import_record
                where job_id = ? and reason is not null order by number limit 1000
                """,
                (row, number) -> new ImportJob.RejectedRecord(row.getInt(1), row.getString(2), row.getString(3)),
                id);
    }

    private static ImportJob.State state(ResultSet row) throws SQLException {
        if (row.getTimestamp("finished_at") != null) {
            return ImportJob.State.completed;
        }
        return row.getTimestamp("started_at") == null ? ImportJob.State.pending : ImportJob.State.running;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
