package health.consilium.qa.question;

import java.security.SecureRandom;

/** Names for askers who give none: random for each question, so that nobody can join two of one account. */
public final class Handles {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;

    private Handles() {}

    /** A handle that says nothing. */
    public static String random() {
        StringBuilder handle = new StringBuilder("asker-");
        for (int place = 0; place < LENGTH; place++) {
            handle.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return handle.toString();
    }
}
