package health.consilium.stack.launcher;

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
        return platform().showLog(name, lines, follow).waitFor();
    }
}
