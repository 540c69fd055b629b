package health.consilium.acceptance.platform;

import health.consilium.stack.Folders;
import health.consilium.stack.platform.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** A home and ports that nothing else on this machine uses. */
public record Sandbox(Path home, Map<Port, Integer> ports) implements AutoCloseable {
    public static Sandbox create() {
        try {
            Map<Port, Integer> ports = new EnumMap<>(Port.class);
            Iterator<Integer> free = Ports.take(Port.values().length).iterator();
            for (Port port : Port.values()) {
                ports.put(port, free.next());
            }
            return new Sandbox(Files.createTempDirectory("consilium-acceptance-"), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher of this sandbox. */
    public Launcher launcher() {
        Map<String, String> environment = new HashMap<>(Map.of("CONSILIUM_HOME", home.toString()));
        ports.forEach((port, number) -> environment.put(port.variable(), Integer.toString(number)));
        return new Launcher(repository(), environment);
    }

    public int port(Port port) {
        return ports.getOrDefault(port, 0);
    }

    /** The folder with the launcher, above the module's. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("consilium"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no ./consilium above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    @Override
    public void close() {
        try {
            Folders.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException("Left behind: " + home, e);
        }
    }
}
