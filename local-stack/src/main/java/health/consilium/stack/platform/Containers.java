package health.consilium.stack.platform;

import health.consilium.stack.Fingerprint;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.compose.ComposeProject;
import health.consilium.stack.compose.Container;
import health.consilium.stack.compose.ContainerEvent;
import health.consilium.stack.compose.Engine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts as containers of one compose project; the engine keeps them and starts again what dies. */
final class Containers implements Host {
    private static final String IMAGES = "consilium";
    private static final List<String> OURS = List.of("content-service", "qa-service", "search-service", "gateway");

    private final Engine engine;
    private final Home home;
    private final Ports ports;
    private final ComposeSettings settings;
    private final ContainerOptions options;
    private final StateFile file;
    private final ComposeProject project;
    private final List<ContainerPart> parts;
    private final ComposeEnvironment environment;
    private volatile @Nullable ContainerStartup startup;

    Containers(
            Engine engine,
            Home home,
            Ports ports,
            ComposeSettings settings,
            Path repository,
            ContainerOptions options) {
        this.engine = engine;
        this.home = home;
        this.ports = ports;
        this.settings = settings;
        this.options = options;
        this.file = new StateFile(home.state());
        this.environment = new ComposeEnvironment(home, options.environment());
        this.project = new ComposeProject(
                engine,
                settings.project(),
                repository.resolve("docker-compose.yml"),
                () -> environment.variables(ports, settings));
        this.parts = ContainerPart.all(ports);
    }

    @Override
    public List<String> parts() {
        return parts.stream().map(ContainerPart::name).toList();
    }

    @Override
    public URI issuer() {
        return settings.issuer();
    }

    @Override
    public String signIn() {
        return issuer().toString();
    }

    /** Named by the volume, so that a new one gets the samples whoever removed the old. */
    @Override
    public Path samplesMarker() {
        return home.containerSamples(Fingerprint.of(project.identityOf("postgres-data")));
    }

    @Override
    public State begin() {
        return State.empty(ports, settings);
    }

    @Override
    public boolean isAlive() {
        return !project.containers().isEmpty();
    }

    @Override
    public void prepare(boolean fresh) {
        engine.requireAnswer();
        if (project.containers().stream().noneMatch(Container::isRunning)) {
            ports.requireFree(Port.GATEWAY);
        }
        if (fresh) {
            ComposeRun.of(project.remove(), home.log("compose"), "The containers and their data could not be removed")
                    .await();
        } else if (environment.isIncomplete() && !project.volumes().isEmpty()) {
            throw new ServerFailure(("The volumes of the project %s were made with passwords that are not in %s:"
                            + " put them back, or forget the volumes with ./consilium up --containers --fresh.")
                    .formatted(settings.project(), home.folder()));
        }
    }

    @Override
    public void start(Progress progress, Runnable last) {
        ContainerStartup begun = new ContainerStartup(project, home, file, progress);
        startup = begun;
        List<String> toBuild = options.build() ? OURS : project.servicesWithoutImage(IMAGES);
        if (!toBuild.isEmpty()) {
            begun.build(toBuild);
        }
        begun.up(options.scales(), parts);
        last.run();
    }

    @Override
    public void giveUp() {
        ContainerStartup begun = startup;
        if (begun != null) {
            begun.giveUp();
        }
    }

    @Override
    public void stop(Progress progress) {
        giveUp();
        if (isAlive()) {
            new ContainerShutdown(project, home, progress).run(parts);
        }
    }

    @Override
    public void restart(String part, Progress progress) {
        new ContainerStartup(project, home, file, progress).restart(part(part));
    }

    @Override
    public List<PartStatus> status() {
        List<Container> all = project.containers();
        return parts.stream()
                .map(part -> new PartStatus(
                        part.name(),
                        part.url(),
                        null,
                        part.of(all).stream().map(Container::name).sorted().toList(),
                        part.condition(all),
                        log(part.name()).toString()))
                .toList();
    }

    @Override
    public Path log(String part) {
        return home.containerLog(part);
    }

    @Override
    public Process showLog(String part, int lines, boolean follow) {
        return project.logs(part(part).service(), lines, follow).show();
    }

    /** The engine starts again what dies, so no part ends for good: it is only told. */
    @Override
    public Optional<String> awaitEnd(Progress progress) {
        boolean engineAnswers = project.listen(event -> {
            tell(event, progress);
            return !isStopping();
        });
        if (!engineAnswers && !isStopping()) {
            throw new ServerFailure("The Docker engine has gone, and with it the containers: start it again.");
        }
        return Optional.empty();
    }

    private void tell(ContainerEvent event, Progress progress) {
        parts.stream()
                .filter(part -> part.service().equals(event.service()) && !isStopping())
                .forEach(part -> {
                    if (event.isEnd()) {
                        progress.note(
                                part.name(),
                                event.container() + " has stopped: Docker starts again what ended by itself");
                    } else if (event.isReady()) {
                        progress.note(part.name(), event.container() + " is ready");
                    }
                });
    }

    private boolean isStopping() {
        return file.read().map(State::isStopping).orElse(true);
    }

    private ContainerPart part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
