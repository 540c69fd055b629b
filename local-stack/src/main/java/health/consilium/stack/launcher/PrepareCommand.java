package health.consilium.stack.launcher;

import health.consilium.stack.KeycloakServer;
import health.consilium.stack.PostgresServer;
import picocli.CommandLine.Command;

/** Prepares what every platform of this machine shares, so that a later start or training is quicker. */
@Command(name = "prepare", hidden = true, description = "Part of the images' build: prepares the servers' programs.")
final class PrepareCommand extends PlatformCommand {
    @Override
    public Integer call() {
        ConsoleProgress progress = new ConsoleProgress(out());
        PostgresServer.prepare();
        KeycloakServer.prepare(note -> progress.note("keycloak", note));
        return 0;
    }
}
