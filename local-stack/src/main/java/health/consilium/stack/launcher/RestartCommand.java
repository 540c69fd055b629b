package health.consilium.stack.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one part again, for example after it was killed. */
@Command(name = "restart", description = "Stops one part if it runs and starts it again on its data.")
final class RestartCommand extends PlatformCommand {
    @Parameters(paramLabel = "NAME", description = "postgres, kafka, keycloak, content, qa, search or gateway")
    private String name = "";

    @Override
    public Integer call() {
        platform().restart(name, new ConsoleProgress(out()));
        return 0;
    }
}
