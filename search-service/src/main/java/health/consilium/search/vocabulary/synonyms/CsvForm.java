package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Comma-separated values: a line for each pair of terms, and in a third column, if there is one, its direction. */
final class CsvForm implements SynonymForm {

    private static final List<String> PAIR = List.of("term", "synonym");
    private static final List<String> PAIR_WITH_DIRECTION = List.of("term", "synonym", "direction");
    private static final List<String> BLANK = List.of("");
    private static final String BOTH = "both";
    private static final String ONE_WAY = "one-way";

    private final CsvMapper csv = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.TRIM_SPACES)
            .build();

    @Override
    public Reading read(String text) {
        RuleCollector rules = new RuleCollector();
        int columns = 0;
        int line = 1;
        try (MappingIterator<String[]> rows = csv.readerFor(String[].class).readValues(text)) {
            while (rows.hasNextValue()) {
                List<String> row = List.of(rows.nextValue());
                if (columns > 0) {
                    read(line, row, columns, rules);
                } else {
                    columns = columns(row);
                    if (columns == 0) {
                        rules.refuse(line, "must be the header term,synonym or term,synonym,direction.");
                        break;
                    }
                }
                line = rows.currentLocation().getLineNr();
            }
        } catch (StreamReadException broken) {
            rules.refuse(line, "breaks the rules of CSV: %s.".formatted(broken.getOriginalMessage()));
        }
        return rules.result();
    }

    private static int columns(List<String> header) {
        List<String> names =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return names.equals(PAIR) || names.equals(PAIR_WITH_DIRECTION) ? names.size() : 0;
    }

    private static void read(int line, List<String> row, int columns, RuleCollector rules) {
        if (row.equals(BLANK)) {
            return;
        }
        if (row.size() != columns) {
            rules.refuse(line, "has %d columns; the header has %d.".formatted(row.size(), columns));
            return;
        }
        String direction = columns == PAIR.size() ? BOTH : row.getLast().toLowerCase(Locale.ROOT);
        switch (direction) {
            case BOTH -> rules.equivalent(line, row.subList(0, 2));
            case ONE_WAY -> rules.oneWay(line, row.subList(0, 1), row.subList(1, 2));
            default -> rules.refuse(line, "has a direction other than both and one-way.");
        }
    }

    @Override
    public String write(List<SynonymRule> rules) {
        List<String[]> rows = new ArrayList<>();
        rows.add(PAIR_WITH_DIRECTION.toArray(String[]::new));
        rules.forEach(rule -> rows(rule).forEach(rows::add));
        return csv.writeValueAsString(rows);
    }

    /** Every pair by itself: pairs that share a term don't stand for each other. */
    private static Stream<String[]> rows(SynonymRule rule) {
        List<String> terms = rule.terms();
        return rule.hasDirection()
                ? terms.stream().flatMap(term -> rule.as().stream().map(as -> new String[] {term, as, ONE_WAY}))
                : IntStream.range(0, terms.size())
                        .boxed()
                        .flatMap(first -> terms.subList(first + 1, terms.size()).stream()
                                .map(other -> new String[] {terms.get(first), other, BOTH}));
    }
}
