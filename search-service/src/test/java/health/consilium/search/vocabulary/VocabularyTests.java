package health.consilium.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private static final Spelling SPELLING = Spelling.standard();

    @Test
    void findsTheOthersOfEquivalentTerms() {
        Vocabulary vocabulary = of(equivalent("heart attack", "myocardial infarction", "MI"));

        assertThat(vocabulary.expand(words("after a heart attack")))
                .containsExactly(new Expansion(2, 4, "heart attack", List.of("myocardial infarction", "MI")));
        assertThat(vocabulary.expand(words("mi")))
                .containsExactly(new Expansion(0, 1, "mi", List.of("heart attack", "myocardial infarction")));
    }

    @Test
    void worksFromLeftToRightOnlyWhereToldSo() {
        Vocabulary vocabulary = of(oneWay(List.of("PE", "lung clot"), "pulmonary embolism"));

        assertThat(vocabulary.expand(words("lung clot"))).hasSize(1);
        assertThat(vocabulary.expand(words("pe"))).hasSize(1);
        assertThat(vocabulary.expand(words("pulmonary embolism"))).isEmpty();
    }

    @Test
    void prefersTheLongestTerm() {
        Vocabulary vocabulary = of(
                equivalent("heart", "cardiac"),
                equivalent("heart attack", "myocardial infarction"),
                equivalent("attack", "fit"));

        assertThat(vocabulary.expand(words("heart attack and heart")))
                .extracting(Expansion::term)
                .containsExactly("heart attack", "heart");
    }

    @Test
    void keepsAShorterTermThatReachesBeyondTheLongest() {
        Vocabulary vocabulary =
                of(equivalent("low blood sugar", "hypoglycaemia"), equivalent("sugar level", "glucose level"));

        assertThat(vocabulary.expand(words("low blood sugar level")))
                .extracting(Expansion::term)
                .containsExactly("low blood sugar", "sugar level");
    }

    @Test
    void comparesWordsInTheirFormAndAmericanSpelling() {
        Vocabulary vocabulary = of(equivalent("Tumours", "neoplasm"), equivalent("Ménière's disease", "hydrops"));

        assertThat(vocabulary.expand(words("tumor")))
                .containsExactly(new Expansion(0, 1, "tumor", List.of("neoplasm")));
        assertThat(vocabulary.expand(words("neoplasms"))).hasSize(1);
        assertThat(vocabulary.expand(words("meniere disease"))).hasSize(1);
    }

    @Test
    void comparesAbbreviationsAsTheyAre() {
        Vocabulary vocabulary = of(equivalent("AIDS", "acquired immunodeficiency syndrome"));

        assertThat(vocabulary.expand(words("aids"))).hasSize(1);
        assertThat(vocabulary.expand(words("hearing aid"))).isEmpty();
    }

    @Test
    void gathersWhatSeveralRulesSayOnce() {
        Vocabulary vocabulary = of(
                equivalent("small head", "microcephaly"),
                equivalent("Small heads", "decreased head size", "Microcephaly"),
                equivalent("tumour", "tumor"));

        assertThat(vocabulary.expand(words("small head")))
                .containsExactly(new Expansion(0, 2, "small head", List.of("microcephaly", "decreased head size")));
        assertThat(vocabulary.expand(words("tumor"))).isEmpty();
    }

    @Test
    void knowsNothingWhenEmpty() {
        assertThat(Vocabulary.empty().expand(words("heart attack"))).isEmpty();
        assertThat(of(equivalent("a", "b")).expand(List.of())).isEmpty();
    }

    @Test
    void takesTensOfThousandsOfTermsThatBeginAlike() {
        List<SynonymRule> rules = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            rules.add(equivalent("abnormality of part " + number, "odd part " + number));
        }
        Vocabulary vocabulary = Vocabulary.of(rules, SPELLING, new Singular());

        assertThat(vocabulary.expand(words("an abnormality of part 19999 seen")))
                .containsExactly(new Expansion(1, 5, "abnormality of part 19999", List.of("odd part 19999")));
    }

    private static Vocabulary of(SynonymRule... rules) {
        return Vocabulary.of(List.of(rules), SPELLING, new Singular());
    }

    private static SynonymRule equivalent(String... terms) {
        return SynonymRule.equivalent(List.of(terms));
    }

    private static SynonymRule oneWay(List<String> terms, String... as) {
        return SynonymRule.oneWay(terms, List.of(as));
    }

    private static List<String> words(String query) {
        return List.of(query.split(" "));
    }
}
