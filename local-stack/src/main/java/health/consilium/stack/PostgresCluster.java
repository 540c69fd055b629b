package health.consilium.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A new PostgreSQL data folder: made aside and put in its place when complete, so that there is never half a one. */
final class PostgresCluster {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String ACCESS = """
            # The superuser is for this machine only; services log in with their own role's password.
            host  all postgres      127.0.0.1/32  trust
            host  all postgres      ::1/128       trust
            host  all all           127.0.0.1/32  scram-sha-256
            host  all all           ::1/128       scram-sha-256
            host  replication all   127.0.0.1/32  scram-sha-256
            host  replication all   ::1/128       scram-sha-256
            """;

    private PostgresCluster() {}

    /** Does nothing where there is one already. */
    static void createOnce(Path data, PostgresBinaries binaries, PostgresServer.Options options) throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        requireEmpty(data);
        Path draft = data.resolveSibling(data.getFileName() + ".part");
        Folders.delete(draft);
        Files.createDirectories(Objects.requireNonNull(draft.getParent()));
        initialise(draft, binaries, options);
        Files.writeString(draft.resolve("pg_hba.conf"), ACCESS);
        Files.deleteIfExists(data);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireEmpty(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new ServerFailure(
                        "%s is in the way: PostgreSQL needs an empty folder or its own data.".formatted(data));
            }
        }
    }

    private static void initialise(Path draft, PostgresBinaries binaries, PostgresServer.Options options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                draft.toString(),
                "-A",
                "trust",
                "-U",
                "postgres",
                "-E",
                "UTF-8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!options.durable()) {
            arguments.add("--no-sync");
        }
        Process process = binaries.start("initdb", arguments, options.log());
        if (!RunningProcess.runsWell(process, LIMIT)) {
            throw new ServerFailure(
                    "PostgreSQL's data folder could not be created; %s says why.".formatted(options.log()));
        }
    }
}
