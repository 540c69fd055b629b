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
    private static final char LAST_ASCII = 127;

    private Words() {}

    /** The words of a text. */
    public static List<String> of(String text) {
        List<String> words = asWritten(text);
        words.replaceAll(Words::folded);
        return List.copyOf(words);
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
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether a word is written in capitals. */
    static boolean isAbbreviation(String word) {
        boolean capitals = false;
        for (int at = 0; at < word.length(); at++) {
            if (Character.isLowerCase(word.charAt(at))) {
                return false;
            }
            capitals |= Character.isUpperCase(word.charAt(at));
        }
        return capitals;
    }

    private static boolean isAscii(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (word.charAt(at) > LAST_ASCII) {
                return false;
            }
        }
        return true;
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
