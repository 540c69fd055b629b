package health.consilium.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM to start as a process of its own, on the JDK that runs this one unless told otherwise. */
public record JavaCommand(Path javaHome, List<String> flags, List<String> program, Map<String, String> environment) {
    public JavaCommand(List<String> flags, List<String> program) {
        this(Path.of(System.getProperty("java.home")), flags, program, Map.of());
    }

    /** The same program on another JVM. */
    public JavaCommand on(Path otherHome) {
        return new JavaCommand(otherHome, flags, program, environment);
    }

    /** The same program with more flags before its own. */
    public JavaCommand withFlags(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(flags);
        return new JavaCommand(javaHome, List.copyOf(all), program, environment);
    }

    /** The same program with one more argument at its end. */
    public JavaCommand withArgument(String argument) {
        List<String> all = new ArrayList<>(program);
        all.add(argument);
        return new JavaCommand(javaHome, flags, List.copyOf(all), environment);
    }

    /** The same program with more environment variables. */
    public JavaCommand withEnvironment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new JavaCommand(javaHome, flags, program, Map.copyOf(all));
    }

    /** The JVM that runs it, as far as a start-up cache depends on it. */
    public static String jvm() {
        return Stream.of("java.vm.version", "java.vendor", "os.arch", "java.home")
                .map(System::getProperty)
                .collect(Collectors.joining(" "));
    }

    /** Runs it to its end; true if it ended well within the limit. */
    public boolean run(Path folder, Path log, Duration limit) {
        return RunningProcess.runsWell(start(folder, log), limit);
    }

    /** Starts it with output and errors appended to the log. */
    public Process start(Path folder, Path log) {
        List<String> words = new ArrayList<>();
        words.add(javaHome.resolve("bin/java").toString());
        words.addAll(flags);
        words.addAll(program);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new ServerFailure("%s could not be started in %s.".formatted(words.getFirst(), folder), e);
        }
    }
}
