package health.consilium.defaults.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The smallest aggregate there is: a number that is counted up, and published each time. */
final class Counters implements Republisher {

    static final String TOPIC = "consilium.test.counter.state.v1";

    private final JdbcClient database;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Counters(JdbcClient database, Outbox outbox, PlatformTransactionManager transactions) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        database.sql("create table if not exists counter (id text primary key, value bigint not null)")
                .update();
    }

    void count(String id) {
        transaction.executeWithoutResult(status -> increment(id));
    }

    void countAndFail(String id) {
        transaction.executeWithoutResult(status -> {
            increment(id);
            status.setRollbackOnly();
        });
    }

    void forget() {
        database.sql("delete from counter").update();
    }

    @Override
    public void republishAll() {
        List<String> ids = database.sql("select id from counter")
                .query((row, number) -> row.getString(1))
                .list();
        ids.forEach(id -> transaction.executeWithoutResult(status -> append(
                id,
                database.sql("select value from counter where id = :id for update")
                        .param("id", id)
                        .query(Long.class)
                        .single())));
    }

    private void increment(String id) {
        long value = database.sql("""
                        insert into counter values (:id, 1)
                        on conflict (id) do update set value = counter.value + 1 returning value
                        """).param("id", id).query(Long.class).single();
        append(id, value);
    }

    private void append(String id, long value) {
        byte[] data = "{\"value\": %d}".formatted(value).getBytes(StandardCharsets.UTF_8);
        outbox.append(new OutboxMessage(
                TOPIC, id, "health.consilium.counter.counted", value, "/contracts/counter.schema.json", data));
    }
}
