package health.consilium.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Crohn's disease           | crohn disease
            Crohn’s disease           | crohn disease
            Ménière  disease          | meniere disease
            COVID-19, (vitamin B12)   | covid 19 vitamin b12
            beta-blocker              | beta blocker
            's                        | s
            vitamin s                 | vitamin s
            """)
    void cutsTermsTheWayQueriesAreCut(String term, String words) {
        assertThat(String.join(" ", Words.of(term))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"MI, true", "HbA1c, false", "B12, true", "19, false", "flu, false"})
    void knowsAbbreviationsByTheirCapitals(String word, boolean abbreviation) {
        assertThat(Words.isAbbreviation(word)).isEqualTo(abbreviation);
    }
}
