package health.consilium.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Keycloak prepared once per machine in the cache folder: unpacked, built for our options, started once to fill a
 * database with the realm and to write the JVM's AOT cache. A server then starts on a copy of that database.
 */
final class KeycloakInstallation {
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
            Properties build = new Properties();
            build.load(resource("/keycloak.properties"));
            String name =
                    "keycloak-" + build.getProperty("version") + "-" + Fingerprint.of(jdk(), BUILD_OPTIONS, FLAGS);
            Path lock = CacheFolder.of("locks").resolve(name);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                byte[] realm = resource("/keycloak/consilium-realm.json").readAllBytes();
                var installation = new KeycloakInstallation(CacheFolder.root().resolve(name), realm, progress);
                installation.buildOnce(Path.of(build.getProperty("archive")));
                installation.seedOnce();
                assert held.isValid();
                return installation;
            }
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
            Files.copy(seed(), database);
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
        Path built = root.resolve("built");
        if (Files.exists(built)) {
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
        if (Files.exists(seed())) {
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
            Path copy = seed().resolveSibling(seed().getFileName() + ".part");
            Files.copy(home.resolve("data/h2/keycloakdb.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, seed(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(home);
        }
    }

    private void runOnce(Path home) {
        List<Integer> ports = FreePorts.take(2);
        Path log = root.resolve("training.log");
        JavaCommand start = start(home, ports.getFirst(), ports.getLast());
        JavaCommand training = (Files.exists(aotCache())
                        ? start
                        : start.withFlags(List.of("-XX:AOTCacheOutput=" + aotCache())))
                .withArgument("--import-realm")
                .withEnvironment(
                        Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
        KeycloakServer server =
                KeycloakServer.awaitReady(training.start(home, log), ports.getFirst(), ports.getLast(), log);
        try {
            server.tokens().ofUser("ops", "ops");
        } finally {
            // the AOT cache is written while it stops
            server.stop(Duration.ofMinutes(3));
        }
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

    private static String jdk() {
        return System.getProperty("java.vm.version") + System.getProperty("os.arch");
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = KeycloakInstallation.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("local-stack was built without " + name);
        }
        return stream;
    }
}
