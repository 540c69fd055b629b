package health.consilium.stack.platform;

import static health.consilium.stack.compose.ScriptedDocker.container;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.ScriptedDocker;
import health.consilium.stack.platform.PartStatus.Condition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTests {
    private static final List<String> SERVICES =
            List.of("postgres", "kafka", "keycloak", "content-service", "qa-service", "search-service", "gateway");

    @TempDir
    private Path folder;

    private final Ports ports = Ports.free();
    private final RecordedProgress progress = new RecordedProgress();
    private ScriptedDocker docker;
    private Home home;

    @BeforeEach
    void installDocker() throws IOException {
        docker = ScriptedDocker.in(Files.createDirectory(folder.resolve("bin")));
        docker.with("started", all("running", "Up 9 seconds (healthy)"));
        home = new Home(folder.resolve("home"));
        new StateFile(home.state()).write(containers().begin());
    }

    @Test
    void tellsEachPartThatIsReadyAndThenDoesWhatComesLast() {
        AtomicBoolean done = new AtomicBoolean();

        containers().start(progress, () -> done.set(true));

        assertThat(done).isTrue();
        assertThat(progress.heard())
                .containsExactly(
                        "ready postgres",
                        "ready kafka",
                        "ready keycloak",
                        "ready content",
                        "ready qa",
                        "ready search",
                        "ready gateway");
    }

    @Test
    void givesComposeTheGatewaysPortTheIssuersAddressAndSecretsOfThisHome() throws IOException {
        containers().start(progress, () -> {});

        assertThat(docker.lines("environment"))
                .contains(
                        "CONSILIUM_GATEWAY_PORT=" + ports.of(Port.GATEWAY),
                        "CONSILIUM_PUBLIC_URL=http://localhost:" + ports.of(Port.GATEWAY),
                        "CONSILIUM_CURSOR_KEY=" + home.secret("cursor-key"),
                        "CONSILIUM_POSTGRES_PASSWORD=" + home.secret("postgres-password"),
                        "CONSILIUM_KEYCLOAK_DB_PASSWORD=" + home.secret("keycloak-db-password"),
                        "CONSILIUM_KEYCLOAK_ADMIN_PASSWORD=" + home.secret("keycloak-admin-password"));
        assertThat(containers().issuer())
                .isEqualTo(URI.create("http://localhost:%d/realms/consilium".formatted(ports.of(Port.GATEWAY))));
    }

    @Test
    void buildsTheImagesThatAreMissing() throws IOException {
        docker.with("config", "    image: consilium/qa-service:1", "    image: consilium/gateway:1")
                .with("images", "consilium/gateway:1");

        containers().start(progress, () -> {});

        assertThat(docker.calls()).anyMatch(call -> call.endsWith(" build qa-service"));
        assertThat(progress.heard())
                .startsWith("images: building qa-service (once, some minutes)", "ready images", "ready postgres");
    }

    @Test
    void namesTheOfflineBuildWhenAnImageCanNotBePulled() throws IOException {
        docker.with("refusal", "Pulling kafka ...", "no such host");

        assertThatThrownBy(() -> containers().start(progress, () -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("The containers could not be started; where no registry is reachable,"
                        + " run deploy/offline/build first (no such host): see %s.".formatted(home.log("compose")));
    }

    @Test
    void namesThePartThatStopsWhileItStarts() throws IOException {
        docker.with(
                "started",
                container("qa-service", "running", "Up 2 seconds (health: starting)"),
                container("qa-service", "exited", "Exited (1) now"));

        assertThatThrownBy(() -> containers().start(progress, () -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("qa stopped while it was starting: see %s, then run ./consilium up again."
                        .formatted(home.containerLog("qa")));
    }

    @Test
    void doesNotTakeAContainerThatComposeReplacesForOneThatStopped() throws IOException {
        String replaced =
                container("qa-service", "exited", "Exited (143) 2 hours ago").replace("id-of", "old-id-of");
        String[] all = all("running", "Up 9 seconds (healthy)");
        docker.with("containers", replaced);
        docker.with(
                "started", Stream.concat(Stream.of(replaced), Stream.of(all)).toArray(String[]::new));

        CompletableFuture<Void> start =
                CompletableFuture.runAsync(() -> containers().start(progress, () -> {}));
        await().until(() -> start.isDone() || progress.heard().contains("ready gateway"));
        docker.with("containers", all);

        start.join();
        assertThat(progress.heard()).hasSize(7).endsWith("ready qa");
    }

    @Test
    void namesThePartThatKeepsComposeFromGoingOn() throws IOException {
        docker.with("containers", container("postgres", "restarting", "Restarting (1) now"))
                .with("refusal", "Encountered errors while bringing up the project.");

        assertThatThrownBy(() -> containers().start(progress, () -> {}))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("postgres stopped while it was starting: see ");
        assertThat(progress.heard())
                .containsExactly("postgres: has stopped while it was starting, and is started again");
    }

    @Test
    void waitsForAllReplicasOfAPart() throws IOException {
        docker.with(
                "containers",
                container("search-service", "running", "Up 9 seconds (healthy)"),
                container("search-service", "running", "Up 2 seconds (health: starting)"),
                container("kafka", "exited", "Exited (137) now"));

        assertThat(containers().status())
                .extracting(PartStatus::name, PartStatus::state)
                .contains(tuple("search", Condition.starting), tuple("kafka", Condition.stopped));
    }

    @Test
    void keepsWhatItsContainersHadLoggedWhenItStopsThem() throws IOException {
        docker.with("containers", all("running", "Up 2 hours (healthy)"));

        containers().stop(progress);

        assertThat(progress.heard()).hasSize(7).contains("stopped postgres", "stopped gateway");
        assertThat(home.containerLog("qa")).hasContent("log of id-of-qa-service");
    }

    @Test
    void tellsWhatDiesAndComesBack() throws IOException {
        docker.with(
                "events",
                "qa-service\tqa_1\tdie",
                "qa-service\tqa_1\tstart",
                "qa-service\tqa_1\thealth_status: healthy");

        assertThatThrownBy(() -> containers().awaitEnd(progress))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("The Docker engine has gone");
        assertThat(progress.heard())
                .containsExactly("qa: qa_1 has stopped: Docker starts again what ended by itself", "qa: qa_1 is ready");
    }

    @Test
    void saysNothingOfWhatIsStopped() throws IOException {
        docker.with("events", "qa-service\tqa_1\tdie");
        new StateFile(home.state()).change(State::stopping);

        assertThat(containers().awaitEnd(progress)).isEmpty();
        assertThat(progress.heard()).isEmpty();
    }

    @Test
    void doesNotTakeTheVolumesOfAnotherHome() throws IOException {
        docker.with("volumes", "test_postgres-data 2026-01-01");

        assertThatThrownBy(() -> containers().prepare(false))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("were made with passwords that are not in " + home.folder())
                .hasMessageEndingWith("./consilium up --containers --fresh.");
    }

    @Test
    void forgetsTheVolumesOfAFreshStart() throws IOException {
        docker.with("volumes", "test_postgres-data 2026-01-01");

        containers().prepare(true);

        assertThat(docker.calls()).anyMatch(call -> call.endsWith(" down --volumes"));
    }

    @Test
    void loadsTheSamplesAgainIntoNewVolumes() throws IOException {
        docker.with("volumes", "test_postgres-data 2026-01-01");
        Path before = containers().samplesMarker();

        docker.with("volumes", "test_postgres-data 2026-02-02");

        assertThat(containers().samplesMarker()).isNotEqualTo(before);
    }

    @Test
    void refusesToScaleWhatHasOneInstance() {
        assertThatThrownBy(() -> new ContainerOptions(Map.of(), false, Map.of("postgres", 2)))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("--scale postgres=2 is not possible:"
                        + " give one of content-service, qa-service, search-service a number from 1.");
    }

    @Test
    void givesEachHomeAProjectOfItsOwn() {
        Home usual = Home.of(Map.of(), folder);

        assertThat(settings(Map.of(), usual).project()).isEqualTo("consilium");
        assertThat(settings(Map.of(), home).project()).matches("consilium-[0-9a-f]{12}");
        assertThat(settings(Map.of("CONSILIUM_COMPOSE_PROJECT", "clinic"), home).project())
                .isEqualTo("clinic");
    }

    private ComposeSettings settings(Map<String, String> environment, Home of) {
        return ComposeSettings.of(environment, of, ports, folder);
    }

    private Containers containers() {
        return new Containers(docker.engine(), home, ports, settings(Map.of(), home), folder, ContainerOptions.NONE);
    }

    private static String[] all(String state, String status) {
        return SERVICES.stream()
                .map(service -> container(service, state, status))
                .toArray(String[]::new);
    }
}
