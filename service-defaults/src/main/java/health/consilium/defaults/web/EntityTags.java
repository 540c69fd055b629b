package health.consilium.defaults.web;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags that are version numbers, and the preconditions made of them. */
public final class EntityTags {

    private EntityTags() {}

    /** The tag of a version: {@code "7"}, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Whether an {@code If-None-Match} header names this version. */
    public static boolean matches(@Nullable String ifNoneMatch, long version) {
        return ifNoneMatch != null
                && tags(ifNoneMatch)
                        .anyMatch(tag -> tag.equals("*") || strong(tag).equals(of(version)));
    }

    /**
     * Lets a change pass only if its {@code If-Match} names one of the current versions.
     *
     * @throws ProblemException 428 without the header, 412 with the current version when it is stale
     */
    public static void requireCurrent(@Nullable String ifMatch, long... current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    ProblemTypes.PRECONDITION_REQUIRED, "Send If-Match with the ETag of what you are changing.");
        }
        boolean matches = tags(ifMatch)
                .anyMatch(
                        tag -> tag.equals("*") || Arrays.stream(current).anyMatch(version -> tag.equals(of(version))));
        if (!matches) {
            long version = current[0];
            throw new ProblemException(
                            ProblemTypes.STALE_VERSION,
                            "This has changed since you read it. Read it again, then retry.")
                    .with("currentVersion", version)
                    .header("ETag", of(version));
        }
    }

    private static Stream<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::strip);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
