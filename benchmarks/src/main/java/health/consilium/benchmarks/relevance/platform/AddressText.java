package health.consilium.benchmarks.relevance.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A query as it goes into an address; what would not fit there is cut at a word. */
record AddressText(String encoded, boolean cut) {
    /** The gateway takes 16 KB of request line and headers, and a token needs some of them. */
    private static final int LONGEST = 12_000;

    static AddressText of(String query) {
        String kept = query.length() > LONGEST ? shorter(query.substring(0, LONGEST)) : query;
        String encoded = encode(kept);
        while (encoded.length() > LONGEST) {
            kept = shorter(kept);
            encoded = encode(kept);
        }
        return new AddressText(encoded, kept.length() < query.length());
    }

    /** A query string of parameters, each led by an ampersand. */
    static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> "&" + encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without the last word; without the last characters where there is only one word. */
    private static String shorter(String text) {
        int space = text.lastIndexOf(' ');
        if (space > 0) {
            return text.substring(0, space);
        }
        int end = text.length() * 9 / 10;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
