package health.consilium.search.query;

import health.consilium.search.index.Clause;
import health.consilium.search.index.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people type: words, {@code "phrases"}, {@code -not}, {@code field:}. What has no such meaning is words,
 * so nothing is ever an error.
 */
final class QueryText {

    private static final Map<String, SearchField> FIELDS = Map.of(
            "title", SearchField.TITLE,
            "author", SearchField.AUTHOR,
            "doi", SearchField.DOI,
            "doctor", SearchField.DOCTOR);
    private static final String QUOTES = "\"\u201c\u201d\u201e";
    private static final Pattern PART = Pattern.compile(
            "(?<not>-)?(?:(?<field>title|author|doi|doctor):)?(?:[%1$s](?<phrase>[^%1$s]*)[%1$s]|(?<word>[^\\s%1$s]+))"
                    .formatted(QUOTES),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)");

    private QueryText() {}

    static List<Clause> parse(@Nullable String typed) {
        List<Clause> clauses = new ArrayList<>();
        Matcher part = PART.matcher(typed == null ? "" : typed);
        while (part.find()) {
            add(clauses, part, typed);
        }
        return List.copyOf(clauses);
    }

    private static void add(List<Clause> clauses, Matcher part, @Nullable String typed) {
        String phrase = part.group("phrase");
        String text = phrase == null ? part.group("word") : phrase;
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return;
        }
        boolean startsWord =
                part.start() == 0 || (typed != null && Character.isWhitespace(typed.charAt(part.start() - 1)));
        boolean excluded = part.group("not") != null && startsWord;
        clauses.add(clause(field(part.group("field")), text, phrase != null, excluded));
    }

    private static Clause clause(SearchField field, String text, boolean phrase, boolean excluded) {
        Matcher doi = DOI.matcher(text);
        if (doi.matches() && (field == SearchField.ANY || field == SearchField.DOI)) {
            return new Clause(SearchField.DOI, doi.group(1), false, excluded);
        }
        return new Clause(field, text, phrase, excluded);
    }

    private static SearchField field(@Nullable String typed) {
        return typed == null ? SearchField.ANY : FIELDS.getOrDefault(typed.toLowerCase(Locale.ROOT), SearchField.ANY);
    }
}
