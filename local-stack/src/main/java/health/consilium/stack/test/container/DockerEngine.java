package health.consilium.stack.test.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** The Docker engine that Testcontainers finds. */
public final class DockerEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DockerEngine.class);

    private DockerEngine() {}

    /** Why test servers can't run in its containers, if so; pulls the images that are missing. */
    public static Optional<String> obstacle() {
        DockerClient client;
        try {
            client = DockerClientFactory.instance().client();
        } catch (RuntimeException e) {
            return Optional.of("no Docker engine answers");
        }
        if (!isHere()) {
            return Optional.of("the Docker engine is on another machine, or outside of this container");
        }
        return Stream.of(Images.values())
                .map(Images::fullName)
                .filter(image -> !has(client, image) && !pulls(client, image))
                .map(image -> "the Docker engine has no %s and can't pull it; deploy/offline builds a stand-in"
                        .formatted(image))
                .findFirst();
    }

    /** Testcontainers looks for the engine outside when it runs in a container, even if the engine does so, too. */
    private static boolean isHere() {
        DockerClientFactory factory = DockerClientFactory.instance();
        return factory.dockerHostIpAddress().equals("localhost")
                || hostName().equals(factory.getInfo().getName());
    }

    /** The name of this machine, or of this container. */
    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(DockerClient client, String image) {
        try {
            return client.inspectImageCmd(image).exec() != null;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean pulls(DockerClient client, String image) {
        LOG.info("Pulling {}", image);
        try {
            client.pullImageCmd(image).exec(new PullImageResultCallback()).awaitCompletion();
            return true;
        } catch (DockerException | DockerClientException e) {
            LOG.debug("{} can't be pulled", image, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
