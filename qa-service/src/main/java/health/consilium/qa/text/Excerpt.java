package health.consilium.qa.text;

import java.util.regex.Pattern;

/** The beginning of a text on one line: at most 280 characters, cut at a word. */
public record Excerpt(String text, boolean truncated) {

    private static final int LONGEST = 280;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Cuts {@code text}; a single word longer than an excerpt is cut between two characters. */
    public static Excerpt of(String text) {
        // an excerpt never needs more than the first few thousand characters, however long the text
        String start = text.substring(0, Math.min(text.length(), 20 * LONGEST));
        String line = SPACE.matcher(start).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return new Excerpt(line, start.length() < text.length());
        }
        int space = line.lastIndexOf(' ', LONGEST);
        int end = space > 0 ? space : LONGEST;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return new Excerpt(line.substring(0, end), true);
    }
}
