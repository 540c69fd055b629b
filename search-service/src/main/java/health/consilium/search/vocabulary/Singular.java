package health.consilium.search.vocabulary;

import java.util.List;

/** Takes the plural off English words, and leaves alone what only looks like one: sepsis, virus, abscess. */
public final class Singular implements WordForm {

    private static final int SHORTEST_PLURAL = 4;
    private static final List<String> NO_PLURAL = List.of("ss", "us", "is");
    private static final List<String> WITH_ES = List.of("sses", "shes", "ches", "xes", "uses");
    private static final List<String> ONLY_WITH_S = List.of("aches", "auses");

    @Override
    public String apply(String word) {
        if (word.length() < SHORTEST_PLURAL || !word.endsWith("s") || ends(word, NO_PLURAL)) {
            return word;
        }
        if (word.endsWith("ies")) {
            return without(word, 3) + "y";
        }
        return without(word, ends(word, WITH_ES) && !ends(word, ONLY_WITH_S) ? 2 : 1);
    }

    private static boolean ends(String word, List<String> endings) {
        return endings.stream().anyMatch(word::endsWith);
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
