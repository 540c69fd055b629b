package health.consilium.content.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns text into the lower-case words and hyphens that ids and anchors are made of. */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Slug() {}

    /** The slug of a text, {@code otherwise} where nothing of it is left. */
    public static String of(String text, String otherwise) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String words = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = EDGES.matcher(words).replaceAll("");
        if (slug.length() > LONGEST) {
            int cut = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, cut > 0 ? cut : LONGEST);
        }
        return slug.isEmpty() ? otherwise : slug;
    }
}
