package health.consilium.search.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of terms: each word leads on to the words that may follow it. */
final class Terms {

    private Map<String, Terms> next = new HashMap<>();
    private final Map<List<String>, String> synonyms = new LinkedHashMap<>();
    private List<String> as = List.of();

    /** A term that words begin with: where it ends, and its synonyms. */
    record Match(int end, List<String> as) {}

    /** Adds a term's synonyms, but not the term itself. */
    void add(List<String> term, Map<List<String>, String> written) {
        Terms node = this;
        for (String word : term) {
            node = node.next.computeIfAbsent(word, added -> new Terms());
        }
        for (Map.Entry<List<String>, String> synonym : written.entrySet()) {
            if (!synonym.getKey().equals(term)) {
                node.synonyms.putIfAbsent(synonym.getKey(), synonym.getValue());
            }
        }
    }

    /** Makes this what readers see: nothing is added afterwards. */
    void freeze() {
        as = List.copyOf(synonyms.values());
        synonyms.clear();
        next = Map.copyOf(next);
        next.values().forEach(Terms::freeze);
    }

    /** The longest term that starts there, each word as it is or in its form. */
    @Nullable
    Match longest(List<String> words, List<String> forms, int from) {
        Match longest = as.isEmpty() ? null : new Match(from, as);
        if (from == words.size()) {
            return longest;
        }
        for (String key : List.of(TermKeys.exactly(words.get(from)), forms.get(from))) {
            Terms following = next.get(key);
            Match match = following == null ? null : following.longest(words, forms, from + 1);
            if (match != null && (longest == null || match.end() > longest.end())) {
                longest = match;
            }
        }
        return longest;
    }
}
