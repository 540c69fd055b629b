package health.consilium.content.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tidies one-line text: control characters and doubled spaces go, blank means unknown. */
public final class PlainText {

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cc}]+");

    private PlainText() {}

    /** The tidy form of a text. */
    public static String of(String text) {
        return GAPS.matcher(text).replaceAll(" ").strip();
    }

    /** The tidy form, {@code null} where nothing is left. */
    public static @Nullable String orNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String tidy = of(text);
        return tidy.isEmpty() ? null : tidy;
    }
}
