package health.consilium.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL 18 as a process of its own, with logical decoding; it outlives the JVM unless closed. */
public final class PostgresServer implements AutoCloseable {
    /** Where the data lives, how it is reached, and whether a commit survives a power cut. */
    public record Options(Path data, int port, Path log, boolean durable, String maxSlotWalKeepSize) {
        public Options(Path data, int port, Path log, boolean durable) {
            this(data, port, log, durable, "4GB");
        }
    }

    private static final String ACCESS = """
            # The superuser is for this machine only; services log in with their own role's password.
            local all postgres                    trust
            host  all postgres      127.0.0.1/32  trust
            host  all postgres      ::1/128       trust
            host  all all           127.0.0.1/32  scram-sha-256
            host  all all           ::1/128       scram-sha-256
            host  replication all   127.0.0.1/32  scram-sha-256
            host  replication all   ::1/128       scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Options options;

    private PostgresServer(EmbeddedPostgres server, Options options) {
        this.server = server;
        this.options = options;
    }

    /** Starts the server on existing data or on a new cluster; returns when it answers. */
    public static PostgresServer start(Options options) {
        try {
            Files.createDirectories(options.data());
            Files.createDirectories(options.log().toAbsolutePath().getParent());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(options.data())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(CacheFolder.of("postgres").toFile())
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setPort(options.port())
                    .setDataDirectoryCustomizer(data -> restrictAccess(data.toPath()))
                    .setOutputRedirector(Redirect.appendTo(options.log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(options.log().toFile()));
            locale().forEach(builder::setLocaleConfig);
            settings(options).forEach(builder::setServerConfig);
            return new PostgresServer(builder.start(), options);
        } catch (IOException | IllegalStateException e) {
            throw new ServerFailure("PostgreSQL did not start; its log %s says why.".formatted(options.log()), e);
        }
    }

    /** The database with its owner, both created if missing; the owner may read the replication stream. */
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'", name)) {
                statement.execute("CREATE ROLE %1$s LOGIN REPLICATION PASSWORD '%1$s'".formatted(name));
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'", name)) {
                statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(name));
            }
        } catch (SQLException e) {
            throw new ServerFailure(
                    "PostgreSQL could not create the database %s; its log is %s.".formatted(name, options.log()), e);
        }
        return databaseOf(options.port(), name);
    }

    /** How a database is reached that was created before. */
    public static Database databaseOf(int port, String name) {
        return new Database("jdbc:postgresql://localhost:%d/%s".formatted(port, name), name, name);
    }

    public int port() {
        return options.port();
    }

    /** The postmaster. */
    public ProcessHandle process() {
        try {
            String pid = Files.readAllLines(options.data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException | RuntimeException e) {
            throw new ServerFailure("PostgreSQL has stopped; its log %s says why.".formatted(options.log()), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL did not stop; its log is %s.".formatted(options.log()), e);
        }
    }

    private static boolean exists(Statement statement, String query, String name) throws SQLException {
        try (var rows = statement.executeQuery(query.formatted(name))) {
            return rows.next();
        }
    }

    private static Map<String, String> locale() {
        return Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");
    }

    private static Map<String, String> settings(Options options) {
        return Map.of(
                "wal_level", "logical",
                "max_wal_senders", "20",
                "max_replication_slots", "20",
                "max_slot_wal_keep_size", options.maxSlotWalKeepSize(),
                "fsync", options.durable() ? "on" : "off",
                "synchronous_commit", "on",
                "password_encryption", "scram-sha-256",
                "max_connections", "200");
    }

    private static void restrictAccess(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL's access rules could not be written to %s.".formatted(data), e);
        }
    }
}
