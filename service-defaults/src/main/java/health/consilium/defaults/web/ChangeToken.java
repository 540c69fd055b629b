package health.consilium.defaults.web;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names one version of one thing, so that a reader can wait until it sees that version. */
public record ChangeToken(String type, String id, long version) {

    /** The response header that carries it. */
    public static final String HEADER = "Change-Token";

    private static final Pattern FORM = Pattern.compile("1\\|([a-z]{1,32})\\|(\\d{1,18})\\|(.{1,512})");

    /** The opaque text a caller sends back. */
    public String encode() {
        byte[] plain = "1|%s|%d|%s".formatted(type, version, id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Reads a token back; anything else is an invalid request naming the parameter {@code after}. */
    public static ChangeToken parse(String token) {
        Matcher form = FORM.matcher(plain(token));
        if (!form.matches()) {
            throw invalid();
        }
        return new ChangeToken(form.group(1), form.group(3), Long.parseLong(form.group(2)));
    }

    private static String plain(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                        ProblemTypes.INVALID_REQUEST, "after takes the Change-Token that a write answered with.")
                .error("after", "is not a Change-Token");
    }
}
