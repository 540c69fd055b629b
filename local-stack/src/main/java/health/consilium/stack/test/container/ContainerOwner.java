package health.consilium.stack.test.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import health.consilium.stack.RunningProcess;
import java.util.Map;
import java.util.Objects;

/** Labels that say which JVM a container belongs to, so that a killed JVM's ones are removed by the next. */
final class ContainerOwner {
    private static final String PROCESS = "health.consilium.test.process";
    /** A process of another machine, or of another container, can't be looked for here. */
    private static final String HOST = "health.consilium.test.host";

    private ContainerOwner() {}

    static Map<String, String> labels() {
        return Map.of(PROCESS, RunningProcess.of(ProcessHandle.current()).toText(), HOST, DockerEngine.hostName());
    }

    /** Removes what was left behind on this machine. */
    static void sweep(DockerClient client) {
        client
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(HOST, DockerEngine.hostName()))
                .exec()
                .stream()
                .filter(container -> !RunningProcess.parse(
                                Objects.requireNonNull(container.getLabels().get(PROCESS)))
                        .isAlive())
                .forEach(container -> remove(client, container));
    }

    private static void remove(DockerClient client, Container container) {
        try {
            client.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException e) {
            // another JVM was here first
        }
    }
}
