package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Solr's synonym files: {@code a, b}, {@code a, b => c}, {@code #} for comments, a backslash before literal signs. */
final class SolrForm implements SynonymForm {

    private static final String ARROW = "=>";

    @Override
    public Reading read(String text) {
        RuleCollector rules = new RuleCollector();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                read(number, line, rules);
            }
        }
        return rules.result();
    }

    private static void read(int number, String line, RuleCollector rules) {
        List<List<String>> sides = sides(line);
        if (trailingBackslash(line)) {
            rules.refuse(number, "ends with a backslash.");
        } else if (sides.size() > 2) {
            rules.refuse(number, "has more than one =>.");
        } else if (sides.size() == 2) {
            rules.oneWay(number, sides.get(0), sides.get(1));
        } else {
            rules.equivalent(number, sides.getFirst());
        }
    }

    /** What stands before and after each arrow, cut at commas. */
    private static List<List<String>> sides(String line) {
        List<List<String>> sides = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        StringBuilder term = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            if (each == '\\' && at + 1 < line.length()) {
                term.append(line.charAt(++at));
            } else if (each == ',') {
                terms.add(cut(term));
            } else if (line.startsWith(ARROW, at)) {
                terms.add(cut(term));
                sides.add(List.copyOf(terms));
                terms.clear();
                at++;
            } else {
                term.append(each);
            }
        }
        terms.add(cut(term));
        sides.add(List.copyOf(terms));
        return sides;
    }

    private static String cut(StringBuilder term) {
        String done = term.toString();
        term.setLength(0);
        return done;
    }

    private static boolean trailingBackslash(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    @Override
    public String write(List<SynonymRule> rules) {
        return rules.stream().map(SolrForm::line).collect(Collectors.joining());
    }

    private static String line(SynonymRule rule) {
        String terms = side(rule.terms());
        String line = rule.hasDirection() ? terms + " " + ARROW + " " + side(rule.as()) : terms;
        return (line.startsWith("#") ? "\\" : "") + line + "\n";
    }

    private static String side(List<String> terms) {
        return terms.stream()
                .map(term -> term.replace("\\", "\\\\").replace(",", "\\,").replace(ARROW, "\\=>"))
                .collect(Collectors.joining(", "));
    }
}
