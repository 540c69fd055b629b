package health.consilium.search.vocabulary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replaces parts of words, from left to right, the longest first; found by their first three letters. */
final class WordParts {

    private static final int KEY = 3;
    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;
    private static final int KEYS = 1 << (KEY * BITS);
    private static final Part[] NONE = {};

    private final Part[][] byStart = new Part[KEYS][];

    WordParts() {
        Arrays.fill(byStart, NONE);
    }

    void add(String british, String american) {
        Part part = Part.of(british, american);
        int key = 0;
        for (int at = 0; at < KEY; at++) {
            key = key(key, part.british().charAt(at));
        }
        byStart[key] = Stream.concat(Arrays.stream(byStart[key]), Stream.of(part))
                .sorted(Comparator.comparingInt((Part each) -> each.british().length())
                        .reversed())
                .toArray(Part[]::new);
    }

    String american(String word) {
        StringBuilder changed = null;
        int copied = 0;
        int key = 0;
        for (int end = 0; end < word.length(); end++) {
            key = key(key, word.charAt(end));
            int at = end + 1 - KEY;
            Part part = at < copied ? null : fitting(byStart[key], word, at);
            if (part != null) {
                changed = changed == null ? new StringBuilder() : changed;
                changed.append(word, copied, at).append(part.american());
                copied = at + part.british().length();
            }
        }
        return changed == null
                ? word
                : changed.append(word, copied, word.length()).toString();
    }

    private static @Nullable Part fitting(Part[] parts, String word, int at) {
        for (Part part : parts) {
            if (part.fits(word, at)) {
                return part;
            }
        }
        return null;
    }

    /** The last three letters as a number; letters beyond a to z may share one, which only costs a comparison. */
    private static int key(int before, char letter) {
        return ((before << BITS) | (letter & LETTER)) & (KEYS - 1);
    }

    private record Part(String british, String american, boolean anywhere, boolean ending) {

        static Part of(String british, String american) {
            String bare = british.replace("*", "");
            if (bare.length() < KEY) {
                throw new IllegalArgumentException("Too short a part of words: " + british);
            }
            return new Part(bare, american.replace("*", ""), british.startsWith("*"), !british.endsWith("*"));
        }

        boolean fits(String word, int at) {
            return (anywhere || at == 0)
                    && word.startsWith(british, at)
                    && (!ending || at + british.length() == word.length());
        }
    }
}
