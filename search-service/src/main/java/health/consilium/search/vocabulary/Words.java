package health.consilium.search.vocabulary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts terms into words the way queries are cut: letters and digits, lower-case, no accents, no 's. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)(?:['’][sS]\\b)?");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private Words() {}

    /** The words of a text. */
    public static List<String> of(String text) {
        return asWritten(text).stream().map(Words::folded).toList();
    }

    /** The words of a text before case and accents are folded. */
    static List<String> asWritten(String text) {
        return WORD.matcher(text)
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
    }

    static String folded(String word) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Whether a word is written in capitals. */
    static boolean isAbbreviation(String word) {
        return word.chars().anyMatch(Character::isUpperCase) && word.chars().noneMatch(Character::isLowerCase);
    }
}
