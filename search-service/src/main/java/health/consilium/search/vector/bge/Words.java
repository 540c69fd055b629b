package health.consilium.search.vector.bge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The words, punctuation marks and Han characters of a text, in lower case and without accents, as BERT reads them. */
final class Words {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Words() {}

    static List<String> of(String text) {
        Words words = new Words();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(words::add);
        words.endWord();
        return words.words;
    }

    private void add(int character) {
        int type = Character.getType(character);
        if (isSpace(character)) {
            endWord();
        } else if (isPunctuation(character, type) || isHan(character)) {
            endWord();
            words.add(Character.toString(character));
        } else if (!isDropped(character, type)) {
            word.appendCodePoint(Character.toLowerCase(character));
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character);
    }

    private static boolean isDropped(int character, int type) {
        return character == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.NON_SPACING_MARK;
    }

    /** To BERT, every sign of ASCII is punctuation. */
    private static boolean isPunctuation(int character, int type) {
        boolean sign = character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
        return sign
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean isHan(int character) {
        return Character.isIdeographic(character)
                && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }
}
