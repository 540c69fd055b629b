package health.consilium.stack.launcher;

import health.consilium.stack.platform.PartStatus;
import health.consilium.stack.platform.Platform;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says how each part is now. */
@Command(name = "status", description = "Shows every part; exits with 1 when not all are ready.")
final class StatusCommand extends PlatformCommand {
    /** What {@code --json} prints. */
    record Report(boolean ready, String gateway, String issuer, List<PartStatus> parts) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", description = "As JSON: each part with url, pid or containers, state and log.")
    private boolean json;

    @Override
    public Integer call() {
        Platform platform = platform();
        List<PartStatus> parts = platform.status();
        boolean ready = parts.stream().allMatch(PartStatus::isReady);
        if (json) {
            String issuer = platform.issuer().toString();
            out().println(JSON.writeValueAsString(
                    new Report(ready, platform.gateway().toString(), issuer, parts)));
        } else {
            parts.forEach(this::print);
        }
        return ready ? 0 : 1;
    }

    private void print(PartStatus part) {
        String pid = part.pid() == null ? "-" : part.pid().toString();
        String place = part.containers().isEmpty() ? part.log() : String.join(" ", part.containers());
        out().printf("%-10s %-9s %-8s %-24s %s%n", part.name(), part.state(), pid, part.url(), place);
    }
}
