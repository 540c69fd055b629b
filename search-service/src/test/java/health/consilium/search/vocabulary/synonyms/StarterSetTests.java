package health.consilium.search.vocabulary.synonyms;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.vocabulary.Expansion;
import health.consilium.search.vocabulary.Singular;
import health.consilium.search.vocabulary.Spelling;
import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.Vocabulary;
import health.consilium.search.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterSetTests {

    private static final Spelling SPELLING = Spelling.standard();
    private static final Singular SINGULAR = new Singular();

    private final SynonymSet starter = SynonymSet.starter();

    @Test
    void hasManyRulesAndSaysNothingTwice() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/vocabulary/synonyms.txt"))) {
            Reading reading = new SolrForm().read(new String(file.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(reading.rules()).hasSizeGreaterThanOrEqualTo(1_000);
            assertThat(reading.merged() + reading.ignored() + reading.invalidLines())
                    .isZero();
        }
    }

    @Test
    void hasNoTermInTwoGroups() {
        var groups = starter.rules().stream()
                .filter(rule -> !rule.hasDirection())
                .flatMap(rule ->
                        rule.terms().stream().map(StarterSetTests::normal).distinct())
                .collect(groupingBy(term -> term, counting()));

        assertThat(groups).allSatisfy((term, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void namesEachTermOfAGroupOnce() {
        assertThat(starter.rules())
                .allSatisfy(rule -> assertThat(rule.terms().stream().map(StarterSetTests::normal))
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({
        "heart attack, myocardial infarction",
        "high blood pressure, hypertension",
        "piles, haemorrhoids",
        "tylenol, paracetamol",
        "pe, pulmonary embolism"
    })
    void knowsWhatPeopleCallThings(String typed, String written) {
        Vocabulary vocabulary = Vocabulary.of(starter.rules(), SPELLING, SINGULAR);

        assertThat(vocabulary.expand(List.of(typed.split(" "))))
                .first()
                .extracting(Expansion::as)
                .satisfies(as -> assertThat(as).contains(written));
    }

    @Test
    void survivesBothForms() {
        List<SynonymRule> rules = starter.rules();

        assertThat(new SolrForm().read(new SolrForm().write(rules)).rules()).isEqualTo(rules);
        assertThat(new CsvForm().read(new CsvForm().write(rules)).orProblem().rules())
                .hasSizeGreaterThan(rules.size());
    }

    private static List<String> normal(String term) {
        return Words.of(term).stream().map(SPELLING::american).map(SINGULAR).toList();
    }
}
