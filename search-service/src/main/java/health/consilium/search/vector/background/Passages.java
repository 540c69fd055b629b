package health.consilium.search.vector.background;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into passages of about a thousand characters, between sentences where it can be, else between words. */
final class Passages {

    static final int MOST = 8;
    static final int LENGTH = 1_000;

    /** What would leave a shorter passage at the end stays with the one before. */
    private static final int SHORTEST_LAST = LENGTH / 4;

    private Passages() {}

    /** The passages of a text in their order; what comes after {@value #MOST} of them is left out. */
    static List<String> of(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        List<String> passages = new ArrayList<>();
        int start = 0;
        while (start < text.length() && passages.size() < MOST) {
            int end = end(text, start, sentences);
            add(text.substring(start, end), passages);
            start = end;
        }
        return passages;
    }

    private static int end(String text, int start, BreakIterator sentences) {
        if (text.length() - start <= LENGTH + SHORTEST_LAST) {
            return text.length();
        }
        int latest = start + LENGTH;
        int earliest = start + LENGTH / 2;
        int sentence = sentences.preceding(latest + 1);
        if (sentence > earliest) {
            return sentence;
        }
        int word = text.lastIndexOf(' ', latest);
        if (word > earliest) {
            return word;
        }
        return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }

    private static void add(String passage, List<String> passages) {
        String stripped = passage.strip();
        if (!stripped.isEmpty()) {
            passages.add(stripped);
        }
    }
}
