package health.consilium.stack.test.container;

import com.github.dockerjava.api.DockerClient;
import health.consilium.stack.Readiness;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.test.server.TestServer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A server in a container of its own, which keeps its data, and its port on this machine, until it is closed. */
abstract class ContainerServer implements TestServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int STOP_LIMIT_SECONDS = 20;

    private final AbstractWaitStrategy readiness = new Answer();
    private @Nullable GenericContainer<?> container;

    /** The container as its server needs it, with nothing in it yet. */
    abstract GenericContainer<?> describe();

    /** Whether the server takes clients. */
    abstract boolean answers();

    @Override
    public final synchronized void start() {
        if (container == null) {
            container = create();
        } else if (!container.isRunning()) {
            client().startContainerCmd(container.getContainerId()).exec();
            readiness.waitUntilReady(container);
        }
    }

    @Override
    public final synchronized void stop() {
        if (container != null && container.isRunning()) {
            client().stopContainerCmd(container.getContainerId())
                    .withTimeout(STOP_LIMIT_SECONDS)
                    .exec();
        }
    }

    @Override
    public final synchronized void close() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    /** Makes ports of the container, the values, ports of this machine alone, the keys. */
    static void bind(GenericContainer<?> container, Map<Integer, Integer> ports) {
        container.addExposedPorts(
                ports.values().stream().mapToInt(Integer::intValue).toArray());
        container.setPortBindings(ports.entrySet().stream()
                .map(port -> "127.0.0.1:%d:%d".formatted(port.getKey(), port.getValue()))
                .toList());
    }

    private GenericContainer<?> create() {
        GenericContainer<?> created = describe();
        created.withLabels(ContainerOwner.labels())
                // else Testcontainers would remove it while application contexts are still closing
                .withReuse(true)
                .waitingFor(readiness);
        created.start();
        return created;
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    private final class Answer extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            if (!Readiness.await(waitStrategyTarget::isRunning, START_LIMIT, ContainerServer.this::answers)) {
                throw new ServerFailure("%s does not answer; its container's log says why:%n%s"
                        .formatted(ContainerServer.this.getClass().getSimpleName(), waitStrategyTarget.getLogs()));
            }
        }
    }
}
