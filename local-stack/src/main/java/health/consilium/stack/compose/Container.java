package health.consilium.stack.compose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container of a project as {@code docker ps} shows it. */
public record Container(String service, String name, String id, String state, String status) {
    /** What {@link #parse} reads. */
    static final String FORMAT =
            "{{.Label \"com.docker.compose.service\"}}\t{{.Names}}\t{{.ID}}\t{{.State}}\t{{.Status}}";

    private static final Pattern EXITED = Pattern.compile("Exited \\((\\d+)\\).*");

    static Container parse(String line) {
        List<String> fields = List.of(line.split("\t", 5));
        return new Container(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
    }

    /** Whether its process is there; one that is between two starts is not. */
    public boolean isRunning() {
        return state.equals("running");
    }

    /** Whether it runs and its health check, if it has one, says that it is well. */
    public boolean isReady() {
        return isRunning() && !status.contains("unhealthy") && !status.contains("health: starting");
    }

    /** Whether it has ended and stays so. */
    public boolean isEnded() {
        return state.equals("exited") || state.equals("dead");
    }

    /** Whether it has ended and is about to be started again. */
    public boolean isRestarting() {
        return state.equals("restarting");
    }

    /** Whether it had to be killed. */
    public boolean isKilled() {
        Matcher exited = EXITED.matcher(status);
        return exited.matches() && exited.group(1).equals("137");
    }
}
