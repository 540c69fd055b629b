package health.consilium.defaults.imports;

/**
 * One record of an import.
 *
 * @param number its place in the upload, from 1
 * @param name what a person finds it by: a file's name, or "line 17"
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportRecord(int number, String name, byte[] content) {

    private static final int LONGEST_TEXT = 500;

    /** Text that can be stored and shown: without control characters, at most 500 long. */
    static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        boolean pair = Character.isHighSurrogate(clean.charAt(LONGEST_TEXT - 2));
        return clean.substring(0, LONGEST_TEXT - (pair ? 2 : 1)) + "\u2026";
    }
}
