package health.consilium.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keycloak prepared once per machine in the cache folder: unpacked, built for our options, started once to fill a
 * database with the realm and to write the JVM's AOT cache. A server then starts on a copy of that database.
 */
final class KeycloakInstallation {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final String BUILT = "built";
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");
    private static final List<String> FLAGS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // a local identity server lives on start-up speed, not on peak speed
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "-Xlog:aot*=error,cds*=error",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final Path root;
    private final byte[] realm;
    private final Consumer<String> progress;

    private KeycloakInstallation(Path root, byte[] realm, Consumer<String> progress) {
        this.root = root;
        this.realm = realm;
        this.progress = progress;
    }

    /** Prepares what is missing, once, however many JVMs ask at the same time. */
    static synchronized KeycloakInstallation prepare(Consumer<String> progress) {
        try {
            Path archive = Path.of(ServerVersions.of("keycloak.archive"));
            String key = Fingerprint.of(JavaCommand.jvm(), BUILD_OPTIONS, FLAGS, Files.size(archive));
            Path root =
                    CacheFolder.root().resolve("keycloak-%s-%s".formatted(ServerVersions.of("keycloak.version"), key));
            var installation = new KeycloakInstallation(root, realm(), progress);
            ProcessLock lock = lockOf(root);
            if (!lock.acquire(PATIENCE)) {
                throw new ServerFailure(
                        "Another process has been preparing Keycloak in %s for too long: end it.".formatted(root));
            }
            try {
                installation.buildOnce(archive);
                installation.seedOnce();
                installation.deleteUnused();
            } finally {
                lock.release();
            }
            return installation;
        } catch (IOException e) {
            throw new ServerFailure("Keycloak could not be prepared in %s.".formatted(CacheFolder.root()), e);
        }
    }

    /** Makes the folder a Keycloak home whose database has the realm; what is there already stays. */
    void furnish(Path home) throws IOException {
        furnishEmpty(home);
        Path database = home.resolve("data/h2/keycloakdb.mv.db");
        if (!Files.exists(database)) {
            Files.createDirectories(database.getParent());
            copy(seed(), database);
        }
    }

    /** The command that starts the server in a furnished home. */
    JavaCommand start(Path home, int port, int managementPort) {
        JavaCommand command = command(
                home,
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=http://localhost:" + port));
        return Files.exists(aotCache()) ? command.withFlags(List.of("-XX:AOTCache=" + aotCache())) : command;
    }

    private void buildOnce(Path archive) throws IOException {
        Path built = root.resolve(BUILT);
        if (Files.exists(built)) {
            Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
            return;
        }
        progress.accept("building Keycloak for this machine (once, about half a minute)");
        Folders.delete(root);
        Folders.unzipWithoutTop(archive, root);
        Path log = root.resolve("build.log");
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        if (!command(root, arguments).run(root, log, Duration.ofMinutes(5))) {
            throw new ServerFailure("Keycloak could not be built; %s says why.".formatted(log));
        }
        Files.createFile(built);
    }

    private void seedOnce() throws IOException {
        if (Files.exists(seed()) && Files.exists(aotCache())) {
            return;
        }
        progress.accept("importing the realm and training Keycloak's start (once, about a minute)");
        Path home = Files.createTempDirectory("consilium-keycloak-");
        try {
            furnishEmpty(home);
            Files.createDirectories(home.resolve("data/import"));
            Files.write(home.resolve("data/import/consilium-realm.json"), realm);
            runOnce(home);
            Files.createDirectories(seed().getParent());
            copy(home.resolve("data/h2/keycloakdb.mv.db"), seed());
        } finally {
            Folders.delete(home);
        }
    }

    /** Starts and stops the server; a start-up cache counts only when the JVM has written it to its end. */
    private void runOnce(Path home) throws IOException {
        List<Integer> ports = FreePorts.take(2);
        Path log = root.resolve("training.log");
        Path draft = root.resolve("keycloak.aot.part");
        Files.deleteIfExists(draft);
        JavaCommand start = start(home, ports.getFirst(), ports.getLast());
        JavaCommand training = (Files.exists(aotCache())
                        ? start
                        : start.withFlags(List.of("-XX:AOTCacheOutput=" + draft)))
                .withArgument("--import-realm")
                .withEnvironment(
                        Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
        KeycloakServer server =
                KeycloakServer.awaitReady(training.start(home, log), ports.getFirst(), ports.getLast(), log);
        boolean byItself;
        try {
            server.tokens().ofUser("ops", "ops");
        } finally {
            // the AOT cache is written while it stops
            byItself = server.stop(Duration.ofMinutes(3));
        }
        if (byItself && Files.exists(draft)) {
            Files.move(draft, aotCache(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes what was prepared for other versions or flags, once nobody has started it for a day and nobody runs it. */
    private void deleteUnused() throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(root.getParent(), "keycloak-*")) {
            for (Path other : others) {
                ProcessLock lock = lockOf(other);
                if (!other.equals(root) && isForgotten(other) && lock.acquire(Duration.ZERO)) {
                    Folders.delete(other);
                    lock.release();
                }
            }
        }
    }

    private static boolean isForgotten(Path installation) throws IOException {
        Path built = installation.resolve(BUILT);
        Instant used = Files.getLastModifiedTime(Files.exists(built) ? built : installation)
                .toInstant();
        return used.isBefore(Instant.now().minus(UNUSED))
                && ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .noneMatch(command -> command.contains(installation.toString()));
    }

    private void furnishEmpty(Path home) throws IOException {
        for (String name : List.of("providers", "conf", "data")) {
            Files.createDirectories(home.resolve(name));
        }
        for (String name : List.of("lib", "themes")) {
            Files.deleteIfExists(home.resolve(name));
            Files.createSymbolicLink(home.resolve(name), root.resolve(name));
        }
    }

    private JavaCommand command(Path home, List<String> arguments) {
        List<String> program = new ArrayList<>(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                root.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        program.addAll(arguments);
        return new JavaCommand(FLAGS, program);
    }

    private Path seed() {
        return root.resolve("realms").resolve(Fingerprint.of(realm) + ".mv.db");
    }

    private Path aotCache() {
        return root.resolve("keycloak.aot");
    }

    /** A copy that was broken off must not be taken for the whole. */
    private static void copy(Path source, Path target) throws IOException {
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(source, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ProcessLock lockOf(Path installation) throws IOException {
        return ProcessLock.on(
                CacheFolder.of("locks").resolve(installation.getFileName().toString()));
    }

    private static byte[] realm() throws IOException {
        try (InputStream stream = KeycloakInstallation.class.getResourceAsStream("/keycloak/consilium-realm.json")) {
            if (stream == null) {
                throw new IOException("local-stack was built without its realm");
            }
            return stream.readAllBytes();
        }
    }
}
