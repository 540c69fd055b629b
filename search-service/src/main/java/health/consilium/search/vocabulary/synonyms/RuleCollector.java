package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.Words;
import health.consilium.search.vocabulary.synonyms.Reading.InvalidLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes rules line by line, checks them, and drops what was said before. */
final class RuleCollector {

    private static final int MOST_RULES = 20_000;
    private static final int MOST_TERMS = 50;
    private static final int MOST_WORDS = 16;
    private static final int LONGEST_TERM = 200;
    private static final int MOST_ERRORS = 100;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<SynonymRule> rules = new ArrayList<>();
    private final Set<Object> known = new HashSet<>();
    private final List<InvalidLine> invalid = new ArrayList<>();
    private int merged;
    private int ignored;
    private int invalidLines;

    /** Terms that stand for each other. */
    void equivalent(int line, List<String> terms) {
        if (!isValid(line, terms)) {
            return;
        }
        if (terms.size() < 2) {
            refuse(line, "has a term without a synonym.");
            return;
        }
        Map<List<String>, String> distinct = distinct(terms);
        if (distinct.size() < 2) {
            ignored++;
        } else {
            add(line, distinct.keySet(), SynonymRule.equivalent(List.copyOf(distinct.values())));
        }
    }

    /** Terms that others are searched for as well. */
    void oneWay(int line, List<String> terms, List<String> as) {
        if (!isValid(line, terms) || !isValid(line, as)) {
            return;
        }
        Map<List<String>, String> from = distinct(terms);
        Map<List<String>, String> to = distinct(as);
        if (from.size() == 1) {
            to.keySet().removeAll(from.keySet());
        }
        if (to.isEmpty()) {
            ignored++;
        } else {
            Object key = List.of(from.keySet(), to.keySet());
            add(line, key, SynonymRule.oneWay(List.copyOf(from.values()), List.copyOf(to.values())));
        }
    }

    /** A line that can't be read; the reason goes on where "Line 7 " ends. */
    void refuse(int line, String reason) {
        invalidLines++;
        if (invalid.size() < MOST_ERRORS) {
            invalid.add(new InvalidLine(line, reason));
        }
    }

    Reading result() {
        return new Reading(List.copyOf(rules), merged, ignored, List.copyOf(invalid), invalidLines);
    }

    private void add(int line, Object key, SynonymRule rule) {
        if (!known.add(key)) {
            merged++;
        } else if (rules.size() == MOST_RULES) {
            refuse(line, "is one rule too many: there may be %d.".formatted(MOST_RULES));
        } else {
            rules.add(rule);
        }
    }

    private boolean isValid(int line, List<String> terms) {
        if (terms.size() > MOST_TERMS) {
            refuse(line, "has %d terms; there may be %d.".formatted(terms.size(), MOST_TERMS));
            return false;
        }
        for (String term : terms) {
            String problem = problem(term);
            if (!problem.isEmpty()) {
                refuse(line, problem);
                return false;
            }
        }
        return true;
    }

    private static String problem(String term) {
        if (term.isBlank()) {
            return "has an empty term.";
        }
        if (term.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "has a term without a letter or digit.";
        }
        if (term.strip().length() > LONGEST_TERM) {
            return "has a term of more than %d characters.".formatted(LONGEST_TERM);
        }
        if (SPACES.split(term.strip()).length > MOST_WORDS) {
            return "has a term of more than %d words.".formatted(MOST_WORDS);
        }
        boolean control = term.chars().anyMatch(each -> Character.isISOControl(each) && !Character.isWhitespace(each));
        return control ? "has a control character." : "";
    }

    /** Each term once, as first written, by its words. */
    private static Map<List<String>, String> distinct(List<String> terms) {
        Map<List<String>, String> distinct = new LinkedHashMap<>();
        for (String term : terms) {
            distinct.putIfAbsent(Words.of(term), SPACES.matcher(term.strip()).replaceAll(" "));
        }
        return distinct;
    }
}
