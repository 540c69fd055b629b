package health.consilium.content.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a page's place in the tree: lower-case segments joined by slashes, none at either end. */
public final class PageUri {

    /** What a uri looks like, for whoever sends another. */
    public static final String RULE =
            "must be lower-case segments of letters, digits, '-', '_', '.' or '~' joined by '/', without a slash at"
                    + " either end";

    private static final int LONGEST = 500;
    private static final Pattern FORM =
            Pattern.compile("(?:[\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}_~-][\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}._~-]*/)*"
                    + "[\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}_~-][\\p{Ll}\\p{Lo}\\p{M}\\p{Nd}._~-]*");

    private PageUri() {}

    /** Whether a page can have this uri. */
    public static boolean isValid(String uri) {
        return uri.length() <= LONGEST && FORM.matcher(uri).matches();
    }

    /** What the uris of all pages below this one are LIKE in SQL. */
    public static String likeBelow(String uri) {
        return uri.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%";
    }

    /** The uri without its last segment; {@code null} at the top of the tree. */
    public static @Nullable String parentOf(String uri) {
        int slash = uri.lastIndexOf('/');
        return slash < 0 ? null : uri.substring(0, slash);
    }

    /** The uris above this one, from the root down. */
    public static List<String> ancestorsOf(String uri) {
        var ancestors = new ArrayList<String>();
        for (int slash = uri.indexOf('/'); slash > 0; slash = uri.indexOf('/', slash + 1)) {
            ancestors.add(uri.substring(0, slash));
        }
        return List.copyOf(ancestors);
    }
}
