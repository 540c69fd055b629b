package health.consilium.defaults.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Reads committed outbox messages from a replication slot, in commit order. A slot serves one reader, so whoever has
 * it open leads.
 */
final class MessageStream implements AutoCloseable {

    /** SQLSTATE of a slot that another instance reads. */
    private static final String OBJECT_IN_USE = "55006";

    private static final Logger log = LoggerFactory.getLogger(MessageStream.class);

    private final Connection connection;
    private final PGReplicationStream stream;

    private MessageStream(Connection connection, PGReplicationStream stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /** Opens the slot; {@code null} while another instance has it. */
    static @Nullable MessageStream open(JdbcConnectionDetails database, ReplicationSlot slot) throws SQLException {
        Connection connection = connect(database);
        try {
            return new MessageStream(connection, start(connection, slot));
        } catch (SQLException refused) {
            connection.close();
            if (OBJECT_IN_USE.equals(refused.getSQLState())) {
                return null;
            }
            throw refused;
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Connection connect(JdbcConnectionDetails database) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "18");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.APPLICATION_NAME.set(properties, "outbox-relay");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static PGReplicationStream start(Connection connection, ReplicationSlot slot) throws SQLException {
        LogSequenceNumber stored = slot.stored();
        return connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(slot.name())
                .withStartPosition(stored == null ? LogSequenceNumber.INVALID_LSN : stored)
                .withSlotOption("proto_version", "1")
                .withSlotOption("publication_names", "consilium_outbox")
                .withSlotOption("messages", "true")
                .withStatusInterval(1, TimeUnit.SECONDS)
                // only what is stored may be confirmed: by itself the driver would go ahead of it while nothing is sent
                .withAutomaticFlush(false)
                .start();
    }

    /** Waits for the next message of ours, or the end of a transaction that had one. */
    Item next() throws SQLException {
        while (true) {
            ByteBuffer item = Objects.requireNonNull(stream.read(), "the stream has ended");
            char kind = (char) item.get();
            if (kind == 'M') {
                byte[] content = content(item);
                if (content != null) {
                    return new Message(content);
                }
            } else if (kind == 'C') {
                item.get();
                item.getLong();
                return new Commit(LogSequenceNumber.valueOf(item.getLong()));
            }
        }
    }

    private static byte @Nullable [] content(ByteBuffer message) {
        message.get();
        message.getLong();
        int start = message.position();
        while (message.get() != 0) {
            // the prefix ends with a zero byte
        }
        String prefix = new String(
                message.array(), message.arrayOffset() + start, message.position() - start - 1, StandardCharsets.UTF_8);
        if (!prefix.equals(Outbox.PREFIX)) {
            return null;
        }
        byte[] content = new byte[message.getInt()];
        message.get(content);
        return content;
    }

    /** The end of what has been read; safe to confirm once all that was read before is acknowledged. */
    LogSequenceNumber received() {
        return stream.getLastReceiveLSN();
    }

    /** Lets PostgreSQL drop the log before this position; told with the next status message. */
    void confirm(LogSequenceNumber position) {
        stream.setFlushedLSN(position);
        stream.setAppliedLSN(position);
    }

    /** Tells PostgreSQL at once that we are alive and how far we are. */
    void tellStatus() throws SQLException {
        stream.forceUpdateStatus();
    }

    /** Ends a read that is waiting, from another thread. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failure) {
            log.warn("The replication connection could not be aborted: {}", failure.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What a stream holds. */
    sealed interface Item {}

    /** The bytes of one message. */
    @SuppressWarnings("ArrayRecordComponent")
    record Message(byte[] content) implements Item {}

    /** A transaction's end: everything before {@code end} has been read. */
    record Commit(LogSequenceNumber end) implements Item {}
}
