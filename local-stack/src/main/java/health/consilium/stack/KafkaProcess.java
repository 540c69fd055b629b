package health.consilium.stack;

import java.nio.file.Path;
import java.util.List;

/** The broker as a process of its own: it can be killed at any point and started again on the same logs. */
public final class KafkaProcess {
    private KafkaProcess() {}

    /** The main class and its arguments. */
    public static List<String> command(Path logs, int port, int controllerPort) {
        return List.of(
                KafkaProcess.class.getName(),
                logs.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    /** Arguments: the logs' folder, the port, the controller's port. */
    public static void main(String... arguments) {
        KafkaServer server = KafkaServer.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
        server.awaitShutdown();
    }
}
