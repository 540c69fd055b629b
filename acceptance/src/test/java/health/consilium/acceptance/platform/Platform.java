package health.consilium.acceptance.platform;

import static java.util.stream.Collectors.joining;

import health.consilium.acceptance.api.Api;
import health.consilium.stack.RunningProcess;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** The whole system, started by {@code ./consilium} in a sandbox: where its parts are, and what can befall them. */
public final class Platform implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Sandbox sandbox;
    private final Launcher launcher;
    private final Accounts accounts;
    private final Map<Part, Long> pids = new EnumMap<>(Part.class);

    private Platform(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.launcher = sandbox.launcher();
        this.accounts = new Accounts(issuer());
    }

    static Platform start() {
        var platform = new Platform(Sandbox.create());
        try {
            Launcher.Run up = platform.launcher.run(START_LIMIT, "up", "--detach");
            System.out.printf(
                    Locale.ROOT, "%s(%.1f s)%n", up.output(), up.took().toMillis() / 1000.0);
            up.succeeded();
            platform.pid(Part.GATEWAY);
            return platform;
        } catch (AssertionError failure) {
            System.out.println(platform.logTails());
            platform.close();
            throw failure;
        }
    }

    /** The launcher that this platform was started with. */
    public Launcher launcher() {
        return launcher;
    }

    public URI gateway() {
        return http(Port.GATEWAY);
    }

    public URI issuer() {
        return URI.create(http(Port.KEYCLOAK) + "/realms/consilium");
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return "localhost:" + sandbox.port(Port.KAFKA);
    }

    /** The content service itself, past the gateway. */
    public URI contentService() {
        return http(Port.CONTENT);
    }

    /** The API as a demo user, through the gateway. */
    public Api as(User user) {
        return as(user, gateway());
    }

    /** The API as a demo user at another address. */
    public Api as(User user, URI address) {
        return new Api(address, () -> accounts.token(user));
    }

    /** The API as the server of a front end, which has no role. */
    public Api asFrontEnd() {
        return new Api(gateway(), accounts::frontEndToken);
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Every part as the launcher sees it. */
    public List<PartStatus> status() {
        return PartStatus.parse(launcher.run(LIMIT, "status", "--json").output());
    }

    /** Ends a part with SIGKILL; returns when it is gone. */
    public void kill(Part part) {
        ProcessHandle handle = ProcessHandle.of(pid(part)).orElseThrow();
        RunningProcess process = RunningProcess.of(handle);
        handle.destroyForcibly();
        Awaitility.await(part + " is gone")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !process.isAlive());
    }

    /** Starts a part that was killed; returns when it is ready. */
    public void restart(Part part) {
        pids.remove(part);
        launcher.run(LIMIT, "restart", part.toString()).succeeded();
    }

    /** A second instance of the content service beside the one there is, on the same database. */
    public ContentInstance startSecondContentService() {
        return ContentInstance.start(sandbox);
    }

    /** Every port that some part listens on. */
    public List<Integer> ports() {
        return List.copyOf(sandbox.ports().values());
    }

    /** Everything the parts have logged so far. */
    public List<Path> logs() {
        return status().stream().map(PartStatus::log).filter(Files::exists).toList();
    }

    /** The last lines of every part's log. */
    String logTails() {
        return logs().stream().map(Platform::tail).collect(joining("\n"));
    }

    @Override
    public void close() {
        launcher.run(LIMIT, "down");
        sandbox.close();
    }

    /** Known from before where possible, because a kill must not wait for the launcher's answer. */
    private long pid(Part part) {
        if (!pids.containsKey(part)) {
            status().forEach(status -> pids.put(Part.valueOf(status.name().toUpperCase(Locale.ROOT)), status.pid()));
        }
        return pids.getOrDefault(part, 0L);
    }

    private URI http(Port port) {
        return URI.create("http://localhost:" + sandbox.port(port));
    }

    /** The last lines, and the last warnings before them. */
    private static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> warnings = lines.stream()
                    .filter(line -> line.contains(" WARN ") || line.contains("ERROR") || line.startsWith("Caused by"))
                    .toList();
            return "--- %s%n%s%n...%n%s".formatted(log.getFileName(), last(warnings, 20), last(lines, 5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String last(List<String> lines, int most) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }
}
