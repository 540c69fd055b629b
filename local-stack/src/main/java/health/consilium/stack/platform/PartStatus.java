package health.consilium.stack.platform;

import org.jspecify.annotations.Nullable;

/** How a part is now. */
public record PartStatus(String name, String url, @Nullable Long pid, Condition state, String log) {
    /** Whether the process runs and says that it is ready. */
    public enum Condition {
        ready,
        starting,
        stopped
    }

    public boolean isReady() {
        return state == Condition.ready;
    }
}
