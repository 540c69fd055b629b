package health.consilium.search.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces parts of words, from left to right, the longest first; found by their first three letters. */
final class WordParts {

    private static final int KEY = 3;
    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;

    private final List<List<Part>> byStart = new ArrayList<>();

    WordParts() {
        for (int key = 0; key < 1 << (KEY * BITS); key++) {
            byStart.add(List.of());
        }
    }

    void add(String british, String american) {
        Part part = Part.of(british, american);
        int key = key(part.british(), 0);
        List<Part> known = new ArrayList<>(byStart.get(key));
        known.add(part);
        known.sort(
                Comparator.comparingInt((Part each) -> each.british().length()).reversed());
        byStart.set(key, List.copyOf(known));
    }

    String american(String word) {
        StringBuilder changed = new StringBuilder();
        int copied = 0;
        int at = 0;
        while (at + KEY <= word.length()) {
            Part part = at(word, at);
            if (part == null) {
                at++;
            } else {
                changed.append(word, copied, at).append(part.american());
                at += part.british().length();
                copied = at;
            }
        }
        return copied == 0 ? word : changed.append(word, copied, word.length()).toString();
    }

    private @Nullable Part at(String word, int at) {
        for (Part part : byStart.get(key(word, at))) {
            if (part.fits(word, at)) {
                return part;
            }
        }
        return null;
    }

    /** The three letters there as a number; letters beyond a to z may share one, which only costs a comparison. */
    private static int key(String word, int at) {
        int key = 0;
        for (int letter = at; letter < at + KEY; letter++) {
            key = (key << BITS) | (word.charAt(letter) & LETTER);
        }
        return key;
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
