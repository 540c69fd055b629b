package health.consilium.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL 18 as a process of its own, with logical decoding; it outlives the JVM unless closed. */
public final class PostgresServer implements AutoCloseable {
    /** Where the data lives, how it is reached, and whether a commit survives a power cut. */
    public record Options(Path data, int port, Path log, boolean durable, String maxSlotWalKeepSize) {
        public Options(Path data, int port, Path log, boolean durable) {
            this(data, port, log, durable, "4GB");
        }
    }

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Options options;

    private PostgresServer(Process process, Options options) {
        this.process = process;
        this.options = options;
    }

    /** Unpacks what is unpacked once per machine. */
    public static void prepare() {
        try {
            PostgresBinaries.prepare();
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL could not be unpacked (%s).".formatted(e.getMessage()), e);
        }
    }

    /** Starts the server on existing data or on a new cluster; returns when it answers. */
    public static PostgresServer start(Options options) {
        PostgresServer server = launch(options);
        if (!Readiness.await(server.process(), START_LIMIT, () -> isReady(options.data(), options.port()))) {
            server.close();
            throw new ServerFailure("PostgreSQL did not start; its log %s says why.".formatted(options.log()));
        }
        return server;
    }

    /** Starts the process and returns at once, except for what has to be prepared once. */
    public static PostgresServer launch(Options options) {
        try {
            Path data = options.data().toAbsolutePath();
            Files.createDirectories(options.log().toAbsolutePath().getParent());
            PostgresBinaries binaries = PostgresBinaries.prepare();
            PostgresCluster.createOnce(data, binaries, options);
            return new PostgresServer(binaries.start("postgres", arguments(data, options), options.log()), options);
        } catch (IOException e) {
            throw new ServerFailure(
                    "PostgreSQL did not start (%s); its log is %s.".formatted(e.getMessage(), options.log()), e);
        }
    }

    /** Whether the server of this data has recovered and takes clients, as it says itself in its lock file. */
    public static boolean isReady(Path data, int port) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() > 7
                    && lines.get(7).strip().equals("ready")
                    && ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(RunningProcess::lives)
                            .isPresent()
                    && Readiness.accepts(port);
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether the server on the port takes its superuser, whose password is "postgres" if it asks for one. */
    public static boolean answers(int port) {
        try (Connection connection = asSuperuser(port)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The database with its owner, both created if missing; the owner may read the replication stream. */
    public Database database(String name) {
        return createDatabase(options.port(), name);
    }

    /** The same on the server that listens on the port. */
    public static Database createDatabase(int port, String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Connection connection = asSuperuser(port);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'", name)) {
                statement.execute("CREATE ROLE %1$s LOGIN REPLICATION PASSWORD '%1$s'".formatted(name));
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'", name)) {
                statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(name));
            }
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL on port %d could not create the database %s.".formatted(port, name), e);
        }
        return databaseOf(port, name);
    }

    /** How a database is reached that was created before. */
    public static Database databaseOf(int port, String name) {
        return new Database(url(port, name), name, name);
    }

    public int port() {
        return options.port();
    }

    /** The postmaster. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        RunningProcess.of(process()).stop(StopSignal.INTERRUPT, STOP_LIMIT);
    }

    private static Connection asSuperuser(int port) throws SQLException {
        return DriverManager.getConnection(url(port, "postgres"), "postgres", "postgres");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    private static boolean exists(Statement statement, String query, String name) throws SQLException {
        try (var rows = statement.executeQuery(query.formatted(name))) {
            return rows.next();
        }
    }

    /** What services rely on, wherever the server runs. */
    public static Map<String, String> behaviour(boolean durable, String maxSlotWalKeepSize) {
        return Map.of(
                "wal_level", "logical",
                "max_wal_senders", "20",
                "max_replication_slots", "20",
                "max_slot_wal_keep_size", maxSlotWalKeepSize,
                "fsync", durable ? "on" : "off",
                "synchronous_commit", "on",
                "password_encryption", "scram-sha-256",
                "max_connections", "200",
                "timezone", "UTC");
    }

    private static List<String> arguments(Path data, Options options) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                data.toString(),
                "-p",
                Integer.toString(options.port()),
                // clients come by TCP alone
                "-c",
                "unix_socket_directories="));
        behaviour(options.durable(), options.maxSlotWalKeepSize())
                .forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }
}
