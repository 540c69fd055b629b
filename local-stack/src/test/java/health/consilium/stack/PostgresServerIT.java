package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir
    private Path folder;

    private final int port = FreePorts.take(1).getFirst();

    @Test
    void offersLogicalDecodingToTheOwnerOfADatabase() throws SQLException {
        try (PostgresServer server = start()) {
            Database content = server.database("content");

            try (Connection connection = connect(content, content.password())) {
                assertThat(answer(connection, "SHOW server_version")).startsWith("18.");
                assertThat(answer(connection, "SHOW wal_level")).isEqualTo("logical");
                assertThat(answer(connection, "SHOW fsync")).isEqualTo("on");
                assertThat(answer(connection, "SHOW max_slot_wal_keep_size")).isEqualTo("4GB");
                assertThat(answer(connection, "SELECT pg_create_logical_replication_slot('s', 'pgoutput') IS NOT NULL"))
                        .isEqualTo("t");
            }
        }
    }

    @Test
    void keepsItsDataOverACrash() throws SQLException {
        PostgresServer first = start();
        Database qa = first.database("qa");
        try (Connection connection = connect(qa, qa.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'still here' AS word");
        }

        RunningProcess.of(first.process()).stop(StopSignal.INTERRUPT, Duration.ZERO);
        first.close();

        try (PostgresServer second = start();
                Connection connection = connect(second.database("qa"), qa.password())) {
            assertThat(answer(connection, "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void beginsAgainAfterABrokenOffFirstStart() throws IOException {
        Path draft = Files.createDirectories(folder.resolve("data.part"));
        Files.writeString(draft.resolve("PG_VERSION"), "18");

        try (PostgresServer server = start()) {
            assertThat(server.database("qa").url()).endsWith("/qa");
        }
        assertThat(draft).doesNotExist();
    }

    @Test
    void leavesNothingWhenItsFirstStartIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::start).isInstanceOf(ServerFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(Readiness.accepts(port)).isFalse();
    }

    @Test
    void stopsWhenItsStartIsInterrupted() {
        start().close();
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::start).isInstanceOf(ServerFailure.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(PostgresServer.isReady(folder.resolve("data"), port)).isFalse();
    }

    @Test
    void asksForTheRolesPassword() {
        try (PostgresServer server = start()) {
            Database content = server.database("content");

            assertThatThrownBy(() -> connect(content, "wrong").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(
                new PostgresServer.Options(folder.resolve("data"), port, folder.resolve("postgres.log"), true));
    }

    private static Connection connect(Database database, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), password);
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
