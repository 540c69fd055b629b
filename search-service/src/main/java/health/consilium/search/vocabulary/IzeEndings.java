package health.consilium.search.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes -ise and -yse -ize and -yze, except in words like exercise and promise. */
final class IzeEndings {

    private static final Set<String> AFTER_IS = Set.of(
            "e",
            "ed",
            "es",
            "ing",
            "ingly",
            "er",
            "ers",
            "able",
            "ably",
            "ability",
            "ation",
            "ations",
            "ational",
            "ationally");
    private static final Set<String> AFTER_LYS = Set.of("e", "ed", "ing", "er", "ers", "able");
    /** Raise, noise, bruise and otherwise: after these letters it is never -ize. */
    private static final String NEVER_AFTER = "aeouw";

    private static final int SHORTEST_STEM = 3;

    private final Set<String> kept = new HashSet<>();
    private final List<String> keptEndings = new ArrayList<>();

    /** A word that keeps its -ise, or with a star before it all words with that ending. */
    void keep(String word) {
        if (word.startsWith("*")) {
            keptEndings.add(word.substring(1));
        } else {
            kept.add(word);
        }
    }

    String american(String word) {
        if (word.lastIndexOf('s', word.length() - 2) <= SHORTEST_STEM) {
            return word;
        }
        int ys = word.lastIndexOf("lys");
        if (ys >= 2 && AFTER_LYS.contains(word.substring(ys + 3))) {
            return word.substring(0, ys) + "lyz" + word.substring(ys + 3);
        }
        int is = word.lastIndexOf("is");
        if (is < SHORTEST_STEM || !AFTER_IS.contains(word.substring(is + 2)) || keeps(word, is)) {
            return word;
        }
        return word.substring(0, is) + "iz" + word.substring(is + 2);
    }

    private boolean keeps(String word, int is) {
        String base = word.substring(0, is) + "ise";
        return NEVER_AFTER.indexOf(word.charAt(is - 1)) >= 0
                || kept.contains(word)
                || kept.contains(base)
                || keptEndings.stream().anyMatch(base::endsWith);
    }
}
