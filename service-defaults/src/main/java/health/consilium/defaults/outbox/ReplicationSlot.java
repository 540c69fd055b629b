package health.consilium.defaults.outbox;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The replication slot that holds the log until Kafka has it, and the position stored beside the data, which tells
 * whether the slot is still the one we read before.
 */
final class ReplicationSlot {

    private static final Logger log = LoggerFactory.getLogger(ReplicationSlot.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separate;
    private final String name;

    /** The slot of this database: a server's slots share their names, so it carries the database's. */
    ReplicationSlot(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.separate = new TransactionTemplate(transactions);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.name = "consilium_"
                + database.sql("select current_database()")
                        .query(String.class)
                        .single()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]", "_");
    }

    String name() {
        return name;
    }

    /** Creates the slot where it is missing or was invalidated, forgetting the stored position first. */
    void ensure() {
        if (state().filter(State::usable).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            call("select pg_advisory_xact_lock(hashtextextended(:name, 1))");
            Optional<State> state = state();
            if (state.filter(State::usable).isPresent()) {
                return;
            }
            forget();
            if (state.isPresent()) {
                log.warn("Replication slot {} was invalidated; making a new one", name);
                call("select pg_drop_replication_slot(:name)");
            }
            call("select pg_create_logical_replication_slot(:name, 'pgoutput')");
        });
    }

    /** In a transaction of its own, as one that has written can't create a slot. */
    private void forget() {
        separate.executeWithoutResult(status -> database.sql("delete from outbox_position where slot = :name")
                .param("name", name)
                .update());
    }

    /**
     * Runs the work if messages were lost to the relay; afterwards the slot counts as the one we read before.
     *
     * @return whether the slot may be read; not while another instance runs the work
     */
    boolean heal(Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean alone = database.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 2))")
                    .param("name", name)
                    .query(Boolean.class)
                    .single();
            State state = state().filter(State::usable).orElse(null);
            if (!alone || state == null) {
                return false;
            }
            if (skipsMessages(state)) {
                separate.executeWithoutResult(inner -> work.run());
                reset(state.confirmed());
            }
            return true;
        }));
    }

    private void call(String function) {
        database.sql(function).param("name", name).query((row, number) -> true).single();
    }

    /**
     * Whether the slot is new or starts after what was acknowledged, or the stored position is another server's: then
     * earlier messages are lost to the relay. A slot that is being read is the one its reader knows.
     */
    private boolean skipsMessages(State state) {
        // read after the state: a leader stores before it confirms, so that this can only be further on
        LogSequenceNumber stored = stored();
        return !state.active()
                && (stored == null
                        || state.confirmed().asLong() > stored.asLong()
                        || stored.asLong() > state.current().asLong());
    }

    @Nullable
    LogSequenceNumber stored() {
        return database.sql("select lsn::text from outbox_position where slot = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .map(LogSequenceNumber::valueOf)
                .orElse(null);
    }

    /** Remembers that Kafka has everything before this position. */
    void store(LogSequenceNumber position) {
        write(position, "greatest(outbox_position.lsn, excluded.lsn)");
    }

    private void reset(LogSequenceNumber position) {
        write(position, "excluded.lsn");
    }

    private void write(LogSequenceNumber position, String kept) {
        database.sql("""
                        insert into outbox_position (slot, lsn) values (:name, :lsn::pg_lsn)
                        on conflict (slot) do update set lsn =""" + " " + kept)
                .param("name", name)
                .param("lsn", position.asString())
                .update();
    }

    /** Bytes of log that the slot keeps back; -1 while there is no slot. */
    long lagBytes() {
        return database.sql("""
                        select pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint
                        from pg_replication_slots where slot_name = :name
                        """)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    private Optional<State> state() {
        return database.sql("""
                        select coalesce(confirmed_flush_lsn, '0/0')::text, pg_current_wal_lsn()::text, active,
                          confirmed_flush_lsn is not null and wal_status is distinct from 'lost'
                        from pg_replication_slots where slot_name = :name and database = current_database()
                        """)
                .param("name", name)
                .query((row, number) -> new State(
                        LogSequenceNumber.valueOf(row.getString(1)),
                        LogSequenceNumber.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4)))
                .optional();
    }

    private record State(LogSequenceNumber confirmed, LogSequenceNumber current, boolean active, boolean usable) {}
}
