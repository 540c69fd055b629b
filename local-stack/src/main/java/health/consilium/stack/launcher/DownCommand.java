package health.consilium.stack.launcher;

import health.consilium.stack.platform.Platform;
import picocli.CommandLine.Command;

/** Stops what a detached or lost launcher left running. */
@Command(name = "down", description = "Stops every part, those that depend on others first; data is kept.")
final class DownCommand extends PlatformCommand {
    @Override
    public Integer call() {
        Platform platform = platform();
        if (!platform.isUp() && !platform.isChanging()) {
            out().println("Consilium is not running.");
            return 0;
        }
        out().println("Stopping Consilium …");
        out().flush();
        platform.stop(new ConsoleProgress(out()));
        return 0;
    }
}
