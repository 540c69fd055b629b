package health.consilium.benchmarks.containers.platform;

import health.consilium.stack.ServerFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is done to containers; whatever is not undone by then is undone at the end, however that comes. */
public final class Disturbances implements AutoCloseable {
    private final Engine engine;
    private final Map<String, Runnable> repairs = new LinkedHashMap<>();
    private final Thread atExit = new Thread(this::repair);
    private boolean over;

    public Disturbances(Engine engine) {
        this.engine = engine;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** SIGKILL, after which the engine starts nothing by itself. */
    public synchronized void kill(Container container) {
        requireTime();
        repairs.put("kill " + container.name(), () -> engine.run("start", container.name()));
        engine.run("kill", container.name());
    }

    /** Starts what was killed. */
    public void start(Container container) {
        undo("kill " + container.name());
    }

    /** Takes the container off the network. */
    public synchronized void cut(Container container, String network) {
        requireTime();
        repairs.put("cut " + container.name(), () -> connect(container, network));
        engine.run("network", "disconnect", network, container.name());
    }

    /** Puts what was cut off back, by the names it had. */
    public void mend(Container container) {
        undo("cut " + container.name());
    }

    /** Removes this container, which nobody else knows of, at the end or when {@link #remove} says so. */
    public synchronized void own(String container) {
        requireTime();
        repairs.put("own " + container, () -> engine.run("rm", "--force", "--volumes", container));
    }

    public void remove(String container) {
        undo("own " + container);
    }

    private void connect(Container container, String network) {
        List<String> command = new ArrayList<>(List.of("network", "connect"));
        Container.Attachment before = container.networks().get(network);
        if (before != null) {
            before.aliases().forEach(alias -> command.add("--alias=" + alias));
        }
        command.addAll(List.of(network, container.name()));
        engine.run(Map.of(), command);
    }

    private synchronized void undo(String disturbance) {
        repairs.getOrDefault(disturbance, () -> {}).run();
        repairs.remove(disturbance);
    }

    private void requireTime() {
        if (over) {
            throw new ServerFailure("Interrupted.");
        }
    }

    private synchronized void repair() {
        over = true;
        for (String disturbance : List.copyOf(repairs.keySet())) {
            try {
                undo(disturbance);
            } catch (ServerFailure failure) {
                System.err.printf("Not undone: %s. %s%n", disturbance, failure.getMessage());
            }
        }
    }

    @Override
    public void close() {
        repair();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // the hook has had its turn, or has it now
            return;
        }
    }
}
