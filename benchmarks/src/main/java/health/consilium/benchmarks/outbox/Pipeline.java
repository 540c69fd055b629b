package health.consilium.benchmarks.outbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A contender at work: the writers' transactions with its outbox entries, and its relay, which can be stopped. */
abstract class Pipeline implements AutoCloseable {

    private static final List<String> COMMON = List.of(
            "org.springframework.boot.jdbc", "org.springframework.boot.transaction", "org.springframework.boot.flyway");

    private final ConfigurableApplicationContext context;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    Pipeline(ConfigurableApplicationContext context) {
        this.context = context;
        this.database = context.getBean(JdbcClient.class);
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /** A small Spring context with the contender's auto-configurations beside those of JDBC. */
    static ConfigurableApplicationContext context(
            Workplace place, Class<?> configuration, List<String> autoConfigurations, Map<String, Object> properties) {
        List<String> packages = new ArrayList<>(COMMON);
        packages.addAll(autoConfigurations);
        return new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(properties)
                .properties(Map.of(
                        ChosenAutoConfigurations.PACKAGES,
                        String.join(",", packages),
                        "spring.application.name",
                        "benchmark",
                        "spring.datasource.url",
                        place.url(),
                        "spring.datasource.username",
                        place.user(),
                        "spring.datasource.password",
                        place.password(),
                        "spring.datasource.hikari.maximum-pool-size",
                        "24",
                        "spring.kafka.bootstrap-servers",
                        place.bootstrapServers(),
                        "spring.main.log-startup-info",
                        "false"))
                .initializers(started -> started.getBeanFactory().registerSingleton("workplace", place))
                .run();
    }

    /** Raises the aggregate's version and appends the event, in one transaction. */
    Change write(String key, boolean durably) {
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!durably) {
                database.sql("set local synchronous_commit = off").update();
            }
            long version = database.sql("update aggregate set version = version + 1 where id = :id returning version")
                    .param("id", key)
                    .query(Long.class)
                    .single();
            Change change = Change.of(key, version);
            append(change);
            return change;
        }));
    }

    /** The version that each aggregate has. */
    Map<Integer, Integer> versions() {
        return database
                .sql("select split_part(id, '-', 2)::int, version::int from aggregate")
                .query((row, number) -> Map.entry(row.getInt(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many events were written in all. */
    int written() {
        return versions().values().stream().mapToInt(Integer::intValue).sum();
    }

    final JdbcClient database() {
        return database;
    }

    final <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    abstract void append(Change change);

    abstract void startRelay();

    abstract void stopRelay();

    @Override
    public void close() {
        stopRelay();
        context.close();
    }

    static Map<String, Object> properties(String... namesAndValues) {
        return Arrays.stream(namesAndValues)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
