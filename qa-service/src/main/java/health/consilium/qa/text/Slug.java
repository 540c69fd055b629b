package health.consilium.qa.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids made of names: lower-case words joined by hyphens, without accents, at most 80 characters. */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LATIN_GAPS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** The slug of a name in any script; {@code null} where it has neither letter nor digit. */
    public static @Nullable String of(@Nullable String name) {
        return slug(name, GAPS);
    }

    /** The slug of a name in {@code a-z0-9} only; {@code null} where nothing of it remains. */
    public static @Nullable String latin(@Nullable String name) {
        return slug(name, LATIN_GAPS);
    }

    private static @Nullable String slug(@Nullable String name, Pattern gaps) {
        if (name == null) {
            return null;
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String hyphenated = gaps.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = trimmed(hyphenated);
        return slug.isEmpty() ? null : slug;
    }

    private static String trimmed(String hyphenated) {
        String start = hyphenated.startsWith("-") ? hyphenated.substring(1) : hyphenated;
        int end = Math.min(start.length(), LONGEST);
        if (end < start.length() && Character.isHighSurrogate(start.charAt(end - 1))) {
            end--;
        }
        String cut = start.substring(0, end);
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
