package health.consilium.stack.platform;

import health.consilium.stack.JavaCommand;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Services to be trained for another place: extracted already, on the JVM and with the options that they will have there.
 * Each writes its start-up cache when it stops.
 */
public final class Training {
    private final Home home;
    private final Path apps;
    private final Path javaHome;
    private final String options;
    private final Map<String, AotCache> caches = new LinkedHashMap<>();

    /** The apps' folder has {@code <module>/<module>.jar} with its libraries beside it. */
    public Training(Home home, Path apps, Path javaHome, String options) {
        this.home = home;
        this.apps = apps.toAbsolutePath();
        this.javaHome = javaHome.toAbsolutePath();
        this.options = options;
    }

    /** A platform of these services, on ports that nobody uses. */
    public Platform platform() {
        return Platform.ofProcesses(home, Ports.free(), this::program);
    }

    private synchronized Services.Program program(String part, String module) throws IOException {
        Path jar = apps.resolve(module).resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new ServerFailure("%s is missing: extract %s there first.".formatted(jar, module));
        }
        AotCache cache = AotCache.of(home.apps(), part, jar.toString(), List.of(options));
        caches.put(module, cache);
        JavaCommand command = new JavaCommand(cache.flags(), List.of("-jar", jar.toString()))
                .on(javaHome)
                .withEnvironment(Map.of("JAVA_TOOL_OPTIONS", options));
        return new Services.Program(command, true);
    }

    /** Puts each service's cache, named by its module, into the folder; fails if one was not written to its end. */
    public synchronized void deliver(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, AotCache> written : caches.entrySet()) {
            if (written.getValue().isMissing()) {
                throw new ServerFailure("%s has written no start-up cache.".formatted(written.getKey()));
            }
            Files.move(written.getValue().file(), folder.resolve(written.getKey() + ".aot"));
        }
    }
}
