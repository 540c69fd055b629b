package health.consilium.stack.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compose file under a project's name: containers, networks and volumes of that name are its own. */
public final class ComposeProject {
    private static final Pattern IMAGE = Pattern.compile("\\s*image:\\s*['\"]?([^'\"\\s]+)['\"]?\\s*");

    private final Engine engine;
    private final String name;
    private final Path file;
    private final Supplier<Map<String, String>> environment;
    private @Nullable List<String> tool;

    /** The file's variables are taken from the environment, which is asked for once a command needs it. */
    public ComposeProject(Engine engine, String name, Path file, Supplier<Map<String, String>> environment) {
        this.engine = engine;
        this.name = name;
        this.file = file;
        this.environment = environment;
    }

    /** Makes and starts what is not there or not as it should be, so many containers of a service where it is told. */
    public Command up(Map<String, Integer> scales) {
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--no-build"));
        new TreeMap<>(scales).forEach((service, number) -> words.addAll(List.of("--scale", service + "=" + number)));
        return command(words);
    }

    /** Stops the containers, those that others need last; they can be started again. */
    public Command stop() {
        return command(List.of("stop"));
    }

    /** Removes containers, networks and all data. */
    public Command remove() {
        return command(List.of("down", "--volumes"));
    }

    /** Stops a service's containers if they run and starts them again on their data. */
    public Command restart(String service) {
        return command(List.of("restart", service));
    }

    /** Builds the images of services from the source tree. */
    public Command build(List<String> services) {
        List<String> words = new ArrayList<>(List.of("build"));
        words.addAll(services);
        return command(words);
    }

    /** Shows the end of a service's log. */
    public Command logs(String service, int lines, boolean follow) {
        List<String> words = new ArrayList<>(List.of("logs", "--tail=" + lines));
        words.addAll(follow ? List.of("--follow", service) : List.of(service));
        return command(words);
    }

    /** The services whose images, {@code <repository>/<service>}, the file wants and the engine lacks. */
    public List<String> servicesWithoutImage(String repository) {
        return command(List.of("config")).run().lines().stream()
                .map(IMAGE::matcher)
                .filter(Matcher::matches)
                .map(image -> image.group(1))
                .filter(image -> image.startsWith(repository + "/"))
                .filter(image -> !engine.has(image))
                .map(image -> image.replaceAll("^.*/|:.*$", ""))
                .toList();
    }

    /** All containers, stopped ones too; none if no engine answers. */
    public List<Container> containers() {
        return engine.containers(name);
    }

    /** The last lines that a container has logged, whether it runs or not. */
    public Command log(Container container, int lines) {
        return engine.log(container, lines);
    }

    /** All volumes that have a name. */
    public List<String> volumes() {
        return engine.volumes(name);
    }

    /** What distinguishes the volume of this name in the file from an earlier and a later one. */
    public String identityOf(String volume) {
        return String.join("", engine.volume(name, volume));
    }

    /** Hands on what happens to the containers while the listener wants more; false if the engine goes. */
    public boolean listen(Predicate<ContainerEvent> listener) {
        return engine.listen(name, listener);
    }

    private synchronized Command command(List<String> arguments) {
        if (tool == null) {
            tool = engine.composeTool();
        }
        List<String> words = new ArrayList<>(tool);
        words.addAll(List.of("--project-name", name, "--file", file.toString()));
        words.addAll(arguments);
        return new Command(List.copyOf(words), environment.get());
    }
}
