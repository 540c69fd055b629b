package health.consilium.defaults.imports;

import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through import jobs, oldest first, a batch a transaction. The job's row lock gives a batch to one instance;
 * a crash rolls the batch back and any instance takes it again.
 */
final class ImportWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
    private static final int BATCH = 50;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Map<String, RecordHandler> handlers;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ImportWorker(JdbcTemplate database, PlatformTransactionManager transactions, List<RecordHandler> handlers) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.handlers = handlers.stream().collect(Collectors.toMap(RecordHandler::format, Function.identity()));
    }

    /** Looks for work at once instead of at the next poll. */
    void wake() {
        wake.release();
    }

    private void run() {
        while (running) {
            try {
                if (!batch()) {
                    var woken = wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    log.trace("looking for import jobs, woken: {}", woken);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                log.warn("An import batch failed and will be tried again: {}", failure.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    /** First all records in one go; if one fails, again with a savepoint around each, so that only it is left out. */
    private boolean batch() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> next(this::handle)));
        } catch (RecordFailed | DataIntegrityViolationException failure) {
            log.debug("Repeating a batch record by record", failure);
            return Boolean.TRUE.equals(transaction.execute(status -> next(this::handleAlone)));
        }
    }

    private boolean next(Taking taking) {
        List<Job> jobs = database.query("""
                select id, format from import_job where finished_at is null
                order by created_at limit 1 for update skip locked
                """, (row, number) -> new Job(row.getString(1), row.getString(2)));
        if (jobs.isEmpty()) {
            return false;
        }
        Job job = jobs.getFirst();
        RecordHandler handler = Objects.requireNonNull(handlers.get(job.format()), "handler of a stored job");
        List<ImportRecord> records = database.query(
                """
                select number, name, content from import_record
                where job_id = ? and reason is null order by number limit ?
                """,
                (row, number) -> new ImportRecord(row.getInt(1), row.getString(2), row.getBytes(3)),
                job.id(),
                BATCH);
        handler.prepare(records);
        take(job, records, handler, taking);
        return true;
    }

    private void take(Job job, List<ImportRecord> records, RecordHandler handler, Taking taking) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Object[]> rejected = new ArrayList<>();
        for (ImportRecord record : records) {
            String reason = taking.take(handler, record, counts);
            if (reason != null) {
                counts.merge(Outcome.REJECTED, 1, Integer::sum);
                rejected.add(new Object[] {reason, job.id(), record.number()});
            }
        }
        database.batchUpdate(
                "update import_record set reason = ?, content = null where job_id = ? and number = ?", rejected);
        finish(job, records, counts);
    }

    private void finish(Job job, List<ImportRecord> records, Map<Outcome, Integer> counts) {
        if (!records.isEmpty()) {
            database.update(
                    "delete from import_record where job_id = ? and reason is null and number between ? and ?",
                    job.id(),
                    records.getFirst().number(),
                    records.getLast().number());
        }
        database.update(
                """
                update import_job set created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                  rejected = rejected + ?, started_at = coalesce(started_at, now()),
                  finished_at = case when created + updated + unchanged + rejected + ? >= total
                    then clock_timestamp() end
                where id = ?
                """,
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.UPDATED, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0),
                counts.getOrDefault(Outcome.REJECTED, 0),
                records.size(),
                job.id());
    }

    private @Nullable String handle(RecordHandler handler, ImportRecord record, Map<Outcome, Integer> counts) {
        try {
            counts.merge(handler.handle(record), 1, Integer::sum);
            return null;
        } catch (RecordHandler.Rejected | ProblemException refused) {
            throw new RecordFailed(refused);
        }
    }

    private @Nullable String handleAlone(RecordHandler handler, ImportRecord record, Map<Outcome, Integer> counts) {
        try {
            Outcome outcome = Objects.requireNonNull(savepoint.execute(status -> handler.handle(record)));
            counts.merge(outcome, 1, Integer::sum);
            return null;
        } catch (RecordHandler.Rejected refused) {
            return Objects.requireNonNullElse(refused.getMessage(), "refused");
        } catch (ProblemException refused) {
            return refused.errors().isEmpty() ? refused.detail() : refused.detail() + " " + refused.errors();
        } catch (DataIntegrityViolationException conflict) {
            log.warn("Record {} of an import conflicts with what is stored", record.number(), conflict);
            return "conflicts with what is stored";
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("imports").start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(15));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Job(String id, String format) {}

    /** Takes one record, counting its outcome, or says why not. */
    private interface Taking {

        @Nullable
        String take(RecordHandler handler, ImportRecord record, Map<Outcome, Integer> counts);
    }

    /** Rolls the whole batch back, to be repeated record by record. */
    private static final class RecordFailed extends RuntimeException {

        RecordFailed(RuntimeException cause) {
            super(cause);
        }
    }
}
