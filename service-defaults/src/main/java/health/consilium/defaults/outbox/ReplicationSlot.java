package health.consilium.defaults.outbox;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The replication slot that holds the log until Kafka has it, and the position stored beside the data, which tells
 * whether the slot is still the one we read before.
 */
final class ReplicationSlot {

    private static final Logger log = LoggerFactory.getLogger(ReplicationSlot.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String name;

    /** The slot of this database: a server's slots share their names, so it carries the database's. */
    ReplicationSlot(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
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
        database.sql("delete from outbox_position where slot = :name")
                .param("name", name)
                .update();
        transaction.executeWithoutResult(status -> {
            call("select pg_advisory_xact_lock(hashtextextended(:name, 1))");
            Optional<State> state = state();
            if (state.isPresent() && !state.get().usable()) {
                log.warn("Replication slot {} was invalidated; making a new one", name);
                call("select pg_drop_replication_slot(:name)");
            }
            if (state.filter(State::usable).isEmpty()) {
                call("select pg_create_logical_replication_slot(:name, 'pgoutput')");
            }
        });
    }

    private void call(String function) {
        database.sql(function).param("name", name).query((row, number) -> true).single();
    }

    /** Whether the slot is new or starts after what was acknowledged: earlier messages are lost to the relay. */
    boolean skipsMessages() {
        LogSequenceNumber stored = stored();
        return stored == null || confirmed().asLong() > stored.asLong();
    }

    LogSequenceNumber confirmed() {
        return state().map(State::confirmed)
                .orElseThrow(() -> new IllegalStateException("no replication slot " + name));
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
        database.sql("""
                        insert into outbox_position (slot, lsn) values (:name, :lsn::pg_lsn)
                        on conflict (slot) do update set lsn = greatest(outbox_position.lsn, excluded.lsn)
                        """).param("name", name).param("lsn", position.asString()).update();
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
                        select confirmed_flush_lsn::text as confirmed, wal_status from pg_replication_slots
                        where slot_name = :name and database = current_database()
                        """)
                .param("name", name)
                .query((row, number) -> new State(LogSequenceNumber.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    private record State(LogSequenceNumber confirmed, String walStatus) {

        boolean usable() {
            return !"lost".equals(walStatus);
        }
    }
}
