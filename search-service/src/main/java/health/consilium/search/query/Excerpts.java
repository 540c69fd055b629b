package health.consilium.search.query;

import health.consilium.search.index.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts excerpts. Lengths and offsets are UTF-16 code units, as in Java and JavaScript. */
final class Excerpts {

    static final int LONGEST = 280;

    private static final String CUT_BEFORE = "\u2026 ";
    private static final String CUT_AFTER = " \u2026";
    private static final int WINDOW = LONGEST - CUT_BEFORE.length() - CUT_AFTER.length();
    private static final int LEAD = 60;

    private Excerpts() {}

    /** The stretch of {@code text} with the most different matches; its beginning, when nothing matches. */
    static Excerpt cut(String text, List<Span> matches) {
        if (text.length() <= LONGEST) {
            return new Excerpt(text, merged(matches, 0, text.length(), 0), false);
        }
        int start = start(text, matches);
        int end = end(text, start);
        String before = start == 0 ? "" : CUT_BEFORE;
        String after = end == text.length() ? "" : CUT_AFTER;
        return new Excerpt(
                before + text.substring(start, end) + after,
                merged(matches, start, end, before.length() - start),
                true);
    }

    private static int start(String text, List<Span> matches) {
        if (matches.isEmpty()) {
            return 0;
        }
        Span first = matches.get(richest(text, matches));
        return lead(text, first.start());
    }

    /** The match from which a window of half the length sees the most different words. */
    private static int richest(String text, List<Span> matches) {
        Map<String, Integer> seen = new HashMap<>();
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < matches.size(); first++) {
            while (last < matches.size()
                    && matches.get(last).end() - matches.get(first).start() <= WINDOW - LEAD) {
                seen.merge(word(text, matches.get(last)), 1, Integer::sum);
                last++;
            }
            if (seen.size() > most) {
                most = seen.size();
                best = first;
            }
            seen.computeIfPresent(word(text, matches.get(first)), (word, count) -> count == 1 ? null : count - 1);
            last = Math.max(last, first + 1);
        }
        return best;
    }

    private static String word(String text, Span match) {
        return text.substring(match.start(), match.end()).toLowerCase(Locale.ROOT);
    }

    /** Where to begin so that a match has some words before it: at its sentence, if that is near. */
    private static int lead(String text, int match) {
        int earliest = Math.max(0, match - LEAD);
        if (earliest == 0) {
            return 0;
        }
        for (int at = match; at > earliest + 1; at--) {
            if (Character.isWhitespace(text.charAt(at - 1)) && ".?!".indexOf(text.charAt(at - 2)) >= 0) {
                return at;
            }
        }
        for (int at = earliest; at < match; at++) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return match;
    }

    private static int end(String text, int start) {
        int furthest = start + WINDOW;
        if (furthest >= text.length()) {
            return text.length();
        }
        for (int at = furthest; at > start; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        // text without spaces: between characters, never inside one
        return Character.isLowSurrogate(text.charAt(furthest)) ? furthest - 1 : furthest;
    }

    /** The matches inside a stretch, overlapping ones joined, moved by {@code shift}. */
    private static List<Span> merged(List<Span> matches, int from, int to, int shift) {
        List<Span> merged = new ArrayList<>();
        for (Span match : matches) {
            if (match.start() < from || match.end() > to) {
                continue;
            }
            Span moved = new Span(match.start() + shift, match.end() + shift);
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && moved.start() < last.end()) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), moved.end())));
            } else {
                merged.add(moved);
            }
        }
        return List.copyOf(merged);
    }
}
