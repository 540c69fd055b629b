package health.consilium.stack.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a part is now: the process that it is, or the containers. */
public record PartStatus(
        String name, String url, @Nullable Long pid, List<String> containers, Condition state, String log) {
    /** Whether it runs and says that it is ready. */
    public enum Condition {
        ready,
        starting,
        stopped
    }

    public boolean isReady() {
        return state == Condition.ready;
    }
}
