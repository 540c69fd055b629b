package health.consilium.stack.launcher;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a part's log. */
@Command(name = "logs", description = "Shows the end of a part's log.")
final class LogsCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "postgres, kafka, keycloak, content, qa, search or gateway")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200",
            description = "How many lines (default ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        Path log = platform().log(name);
        if (!Files.exists(log)) {
            throw new ServerFailure("%s has no log yet (%s): start it with ./consilium up.".formatted(name, log));
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-f");
        }
        tail.add(log.toString());
        try {
            return new ProcessBuilder(tail).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new ServerFailure("%s can't be shown.".formatted(log), e);
        }
    }
}
