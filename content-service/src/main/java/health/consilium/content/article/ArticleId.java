package health.consilium.content.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule of article ids, and the ids that articles get which bring none. */
public final class ArticleId {

    /** What an id looks like; {@code resolve} is the name of a resource beside the articles. */
    public static final String FORM = "(?!resolve$)[A-Za-z0-9][A-Za-z0-9._~-]{0,199}";

    /** The same, for whoever sends another. */
    public static final String RULE =
            "must be up to 200 letters, digits, '-', '_', '.' or '~', a letter or digit first, and not 'resolve'";

    private static final int LONGEST_WITHOUT_NUMBER = 190;
    private static final Pattern ID = Pattern.compile(FORM);
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._~-]+");

    private ArticleId() {}

    public static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /** What a page's uri or a post's title would make of an id; not always a valid one. */
    public static String derived(@Nullable String uri, String title) {
        return uri == null ? Slug.of(title, "article") : uri.replace('/', '-');
    }

    /** A valid id close to a derived one, with room for a number at its end. */
    public static String near(String derived) {
        String plain = OTHER.matcher(derived).replaceAll("-");
        String near = plain.substring(0, Math.min(plain.length(), LONGEST_WITHOUT_NUMBER));
        return isValid(near) ? near : Slug.of("article " + near, "article");
    }
}
