package health.consilium.content.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a rendered article shows of others.
 *
 * @param linkKeys the uris and ids its links ask for
 * @param otherKeys the uris and ids that the rest of it depends on
 */
public record Surroundings(
        List<Link> links,
        List<PageRef> breadcrumb,
        @Nullable PageRef parent,
        @Nullable PageRef previous,
        @Nullable PageRef next,
        @Nullable PageRef furtherReading,
        List<String> formerUris,
        Set<String> linkKeys,
        Set<String> otherKeys) {

    /** Whether it could ever look different because of another article. */
    public boolean dependOnOthers() {
        return !linkKeys.isEmpty() || !otherKeys.isEmpty();
    }
}
