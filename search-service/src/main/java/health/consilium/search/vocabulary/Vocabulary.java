package health.consilium.search.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Synonyms by the words they begin with; immutable. */
public final class Vocabulary {

    private static final Vocabulary EMPTY = new Vocabulary(new Terms(), UnaryOperator.identity());

    private final Terms terms;
    private final UnaryOperator<String> form;

    private Vocabulary(Terms terms, UnaryOperator<String> form) {
        this.terms = terms;
        this.form = form;
    }

    /** A vocabulary without a word. */
    public static Vocabulary empty() {
        return EMPTY;
    }

    /**
     * The vocabulary that rules make up. Words are compared in American spelling and in the form given, such as their
     * stem; abbreviations, which rules write in capitals, are compared as they are.
     */
    public static Vocabulary of(List<SynonymRule> rules, Spelling spelling, UnaryOperator<String> form) {
        Terms terms = new Terms();
        TermKeys keys = new TermKeys(spelling, form);
        for (SynonymRule rule : rules) {
            Map<List<String>, String> typed = keys.of(rule.terms());
            Map<List<String>, String> searched = rule.hasDirection() ? keys.of(rule.as()) : typed;
            typed.keySet().forEach(term -> terms.add(term, searched));
        }
        terms.freeze();
        return new Vocabulary(terms, form);
    }

    /**
     * The synonyms of a query's words, given in order, lower-case, without accents and in American spelling. The
     * longest term wins; a shorter one counts where it reaches words that no longer one covers.
     */
    public List<Expansion> expand(List<String> words) {
        List<String> forms = words.stream().map(form).toList();
        List<Expansion> found = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            Terms.Match match = terms.longest(words, forms, start);
            if (match != null) {
                String typed = String.join(" ", words.subList(start, match.end()));
                found.add(new Expansion(start, match.end(), typed, match.as()));
            }
        }
        return uncovered(found, words.size());
    }

    private static List<Expansion> uncovered(List<Expansion> found, int words) {
        BitSet covered = new BitSet(words);
        return found.stream()
                .sorted(Comparator.comparingInt(Expansion::length).reversed())
                .filter(expansion -> {
                    boolean adds = covered.nextClearBit(expansion.start()) < expansion.end();
                    covered.set(expansion.start(), expansion.end());
                    return adds;
                })
                .sorted(Comparator.comparingInt(Expansion::start))
                .toList();
    }
}
