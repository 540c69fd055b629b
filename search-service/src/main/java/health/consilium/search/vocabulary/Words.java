package health.consilium.search.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts terms into words the way queries are cut: letters and digits, lower-case, no accents, no 's. */
public final class Words {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final String APOSTROPHES = "'’";

    private Words() {}

    /** The words of a text. */
    public static List<String> of(String text) {
        return asWritten(text).stream().map(Words::folded).toList();
    }

    /** The words of a text before case and accents are folded. */
    static List<String> asWritten(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isPartOfWord(text.charAt(at))) {
                if (at > start && !isPossessive(text, start, at)) {
                    words.add(text.substring(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    static String folded(String word) {
        String plain = word.chars().allMatch(letter -> letter < 128)
                ? word
                : ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                        .replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Whether a word is written in capitals. */
    static boolean isAbbreviation(String word) {
        return word.chars().anyMatch(Character::isUpperCase) && word.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isPartOfWord(char each) {
        return Character.isLetterOrDigit(each)
                || Character.isSurrogate(each)
                || Character.getType(each) == Character.NON_SPACING_MARK;
    }

    private static boolean isPossessive(String text, int start, int end) {
        return end - start == 1
                && (text.charAt(start) == 's' || text.charAt(start) == 'S')
                && start > 1
                && APOSTROPHES.indexOf(text.charAt(start - 1)) >= 0
                && isPartOfWord(text.charAt(start - 2));
    }
}
