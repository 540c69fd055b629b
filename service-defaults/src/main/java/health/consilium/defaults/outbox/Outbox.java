package health.consilium.defaults.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends messages to the transaction that changes what they tell of. They are written to the write-ahead log alone
 * ({@code pg_logical_emit_message}): no table, no polling, nothing to clean up.
 */
public class Outbox {

    /** Marks our messages among others in the log. */
    static final String PREFIX = "consilium";

    private final JdbcClient database;
    private final ObjectProvider<Tracer> tracer;
    private final String source;

    Outbox(JdbcClient database, ObjectProvider<Tracer> tracer, String source) {
        this.database = database;
        this.tracer = tracer;
        this.source = source;
    }

    /**
     * Appends one message. The aggregate's row must be locked by then: messages of a key reach Kafka in the order in
     * which their transactions held that lock.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(OutboxMessage message) {
        byte[] data = message.data();
        if (data != null && data.length > OutboxSettings.LARGEST_DATA) {
            throw new IllegalArgumentException(
                    "a message may have %d bytes at most".formatted(OutboxSettings.LARGEST_DATA));
        }
        var envelope = new Envelope(
                message, UUID.randomUUID().toString(), source, Instant.now().toString(), traceparent());
        database.sql("select pg_logical_emit_message(true, :prefix, :content)")
                .param("prefix", PREFIX)
                .param("content", envelope.toBytes())
                .query(Object.class)
                .single();
    }

    private @Nullable String traceparent() {
        Tracer available = tracer.getIfAvailable();
        Span span = available == null ? null : available.currentSpan();
        if (span == null) {
            return null;
        }
        var context = span.context();
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-%s-%s-%s".formatted(context.traceId(), context.spanId(), sampled);
    }
}
