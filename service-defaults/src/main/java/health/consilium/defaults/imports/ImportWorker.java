package health.consilium.defaults.imports;

import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.problem.Failures;
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
    private static final int BATCH_BYTES = 8 * 1024 * 1024;
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
                    pause();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error failure) {
                log.warn("An import batch failed and will be tried again: {}", failure.toString());
                if (interrupted()) {
                    return;
                }
            }
        }
    }

    private void pause() throws InterruptedException {
        var woken = wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        log.trace("looking for import jobs, woken: {}", woken);
    }

    private boolean interrupted() {
        try {
            pause();
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    /** First all records in one go; if one fails, again with a savepoint around each, so that only it is left out. */
    private boolean batch() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> next(this::together)));
        } catch (RecordFailed | DataIntegrityViolationException failure) {
            log.debug("Repeating a batch record by record", failure);
            return Boolean.TRUE.equals(transaction.execute(status -> next(this::oneByOne)));
        }
    }

    private boolean next(Taking taking) {
        Object formats = handlers.keySet().toArray(String[]::new);
        List<Job> jobs = database.query("""
                select id, format from import_job where finished_at is null and format = any(?)
                order by created_at limit 1 for update skip locked
                """, (row, number) -> new Job(row.getString(1), row.getString(2)), formats);
        if (jobs.isEmpty()) {
            return false;
        }
        Job job = jobs.getFirst();
        RecordHandler handler = Objects.requireNonNull(handlers.get(job.format()), "handler of a known format");
        List<ImportRecord> records = database.query(
                """
                select number, name, content from (
                    select number, name, content,
                      sum(length(content)) over (order by number) - length(content) as bytes_before
                    from (select number, name, content from import_record
                      where job_id = ? and reason is null order by number limit ?) as next) as batch
                where bytes_before < ? order by number
                """,
                (row, number) -> new ImportRecord(row.getInt(1), row.getString(2), row.getBytes(3)),
                job.id(),
                BATCH,
                BATCH_BYTES);
        var batch = new Batch(job, records, new EnumMap<>(Outcome.class), new ArrayList<>());
        taking.take(handler, batch);
        finish(batch);
        return true;
    }

    private void together(RecordHandler handler, Batch batch) {
        try {
            handler.prepare(batch.records());
            batch.records().forEach(record -> batch.count(handler.handle(record)));
        } catch (RuntimeException | StackOverflowError failure) {
            if (Failures.isPassing(failure)) {
                throw failure;
            }
            throw new RecordFailed(failure);
        }
    }

    private void oneByOne(RecordHandler handler, Batch batch) {
        for (ImportRecord record : batch.records()) {
            try {
                batch.count(Objects.requireNonNull(savepoint.execute(status -> {
                    handler.prepare(List.of(record));
                    return handler.handle(record);
                })));
            } catch (RuntimeException | StackOverflowError failure) {
                if (Failures.isPassing(failure)) {
                    throw failure;
                }
                batch.reject(record, reason(batch.job(), record, failure));
            }
        }
    }

    private static String reason(Job job, ImportRecord record, Throwable failure) {
        if (failure instanceof RecordHandler.Rejected rejected) {
            return Objects.requireNonNullElse(rejected.getMessage(), "refused");
        }
        if (failure instanceof ProblemException refused) {
            return refused.errors().stream()
                    .map(error -> String.join(": ", error.values()))
                    .collect(Collectors.joining("; ", refused.detail() + " ", ""));
        }
        if (failure instanceof DataIntegrityViolationException) {
            log.warn("Record {} of import {} conflicts with what is stored", record.number(), job.id());
            return "conflicts with what is stored";
        }
        log.error("Record {} of import {} could not be handled", record.number(), job.id(), failure);
        return "could not be handled; this is a fault of ours, which the log tells more of";
    }

    private void finish(Batch batch) {
        String id = batch.job().id();
        List<ImportRecord> records = batch.records();
        database.batchUpdate(
                "update import_record set reason = ?, content = null where job_id = ? and number = ?",
                batch.rejected());
        if (!records.isEmpty()) {
            database.update(
                    "delete from import_record where job_id = ? and reason is null and number between ? and ?",
                    id,
                    records.getFirst().number(),
                    records.getLast().number());
        }
        database.update(
                """
                update import_job set created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                  rejected = rejected + ?, started_at = coalesce(started_at, now()),
                  finished_at = case when not exists
                      (select from import_record where job_id = import_job.id and reason is null)
                    then clock_timestamp() end
                where id = ?
                """,
                batch.counted(Outcome.CREATED),
                batch.counted(Outcome.UPDATED),
                batch.counted(Outcome.UNCHANGED),
                batch.counted(Outcome.REJECTED),
                id);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("imports").start(this::run);
    }

    /** Waits for the batch in hand; what is left of its job is for whoever runs next. */
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

    /** The records of one transaction, what became of them, and the parameters that store why some were refused. */
    private record Batch(Job job, List<ImportRecord> records, Map<Outcome, Integer> counts, List<Object[]> rejected) {

        void count(Outcome outcome) {
            counts.merge(outcome, 1, Integer::sum);
        }

        int counted(Outcome outcome) {
            return counts.getOrDefault(outcome, 0);
        }

        void reject(ImportRecord record, String reason) {
            count(Outcome.REJECTED);
            rejected.add(new Object[] {ImportRecord.printable(reason), job.id(), record.number()});
        }
    }

    /** Hands the records of a batch to their handler. */
    private interface Taking {

        void take(RecordHandler handler, Batch batch);
    }

    /** Rolls the whole batch back, to be repeated record by record. */
    private static final class RecordFailed extends RuntimeException {

        RecordFailed(Throwable cause) {
            super(cause);
        }
    }
}
