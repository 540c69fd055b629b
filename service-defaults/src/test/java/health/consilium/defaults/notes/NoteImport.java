package health.consilium.defaults.notes;

import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes lines as titles of notes; the first word of some says how they go wrong. */
@Component
public class NoteImport implements RecordHandler {

    private final JdbcClient database;
    private final Gate gate;
    private final AtomicBoolean disconnected = new AtomicBoolean();

    public NoteImport(JdbcClient database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    @Override
    public String format() {
        return "notes";
    }

    @Override
    public void prepare(List<ImportRecord> batch) {
        if (batch.stream().anyMatch(record -> title(record).startsWith("unpreparable"))) {
            throw new IllegalStateException("a record that nobody expected");
        }
    }

    @Override
    public Outcome handle(ImportRecord record) {
        String title = title(record);
        switch (title.split(" ", 2)[0]) {
            case "unwanted" -> throw new Rejected("notes like\u0000this are not taken");
            case "invalid" ->
                throw new ProblemException(ProblemTypes.INVALID_REQUEST, "The note is invalid.")
                        .error("/title", "is not a title");
            case "fault" -> throw new IllegalStateException("a fault in the handler");
            case "endless" -> recurse(0);
            case "held" -> gate.pass();
            case "disconnecting" -> disconnectOnce();
            case "oversized" ->
                database.sql("do $$ begin raise program_limit_exceeded; end $$").update();
            default -> {}
        }
        return store(title);
    }

    private Outcome store(String title) {
        database.sql("insert into handled (title) values (:title)")
                .param("title", title)
                .update();
        int created = database.sql("insert into note (title) values (:title) on conflict do nothing")
                .param("title", title)
                .update();
        return created == 1 ? Outcome.CREATED : Outcome.UNCHANGED;
    }

    private void disconnectOnce() {
        if (disconnected.compareAndSet(false, true)) {
            database.sql("select pg_terminate_backend(pg_backend_pid())")
                    .query(Boolean.class)
                    .single();
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    private static String title(ImportRecord record) {
        return new String(record.content(), StandardCharsets.UTF_8);
    }
}
