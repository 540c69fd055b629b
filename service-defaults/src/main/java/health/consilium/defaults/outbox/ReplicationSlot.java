package health.consilium.defaults.outbox;

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

    ReplicationSlot(JdbcClient database, TransactionTemplate transaction, String name) {
        this.database = database;
        this.transaction = transaction;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Creates the slot where it is missing or was invalidated, forgetting the stored position; one instance at a time. */
    void ensure() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 1))")
                    .param("name", name)
                    .query(Object.class)
                    .optional();
            if ("lost".equals(state().map(State::walStatus).orElse(null))) {
                log.warn("Replication slot {} was invalidated; making a new one", name);
                database.sql("select pg_drop_replication_slot(:name)")
                        .param("name", name)
                        .query(Object.class)
                        .optional();
            }
            if (state().isEmpty()) {
                database.sql("delete from outbox_position where slot = :name")
                        .param("name", name)
                        .update();
                database.sql("select pg_create_logical_replication_slot(:name, 'pgoutput')::text")
                        .param("name", name)
                        .query(String.class)
                        .single();
            }
        });
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

    private record State(LogSequenceNumber confirmed, String walStatus) {}
}
