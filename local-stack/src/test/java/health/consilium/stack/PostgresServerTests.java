package health.consilium.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {
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
