package health.consilium.search.vocabulary.synonyms;

/** Tells what is wrong with a term. */
final class TermCheck {

    private static final int MOST_WORDS = 16;
    private static final int LONGEST_TERM = 200;

    private boolean isReadable;
    private boolean hasControls;
    private int words;

    private TermCheck(String term) {
        boolean inWord = false;
        for (int at = 0; at < term.length(); at++) {
            char each = term.charAt(at);
            boolean space = Character.isWhitespace(each);
            words += inWord || space ? 0 : 1;
            inWord = !space;
            isReadable |= Character.isLetterOrDigit(each) || Character.isSurrogate(each);
            hasControls |= Character.isISOControl(each) && !space;
        }
    }

    /** How a sentence goes on that begins "Line 7"; empty for a good term. */
    static String problem(String term) {
        TermCheck check = new TermCheck(term);
        if (check.words == 0) {
            return "has an empty term.";
        }
        if (check.hasControls) {
            return "has a control character.";
        }
        if (!check.isReadable) {
            return "has a term without a letter or digit.";
        }
        if (term.strip().length() > LONGEST_TERM) {
            return "has a term of more than %d characters.".formatted(LONGEST_TERM);
        }
        return check.words > MOST_WORDS ? "has a term of more than %d words.".formatted(MOST_WORDS) : "";
    }
}
