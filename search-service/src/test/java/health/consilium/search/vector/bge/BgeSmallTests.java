package health.consilium.search.vector.bge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BgeSmallTests {

    private static BgeSmall model;

    @BeforeAll
    static void load() {
        model = BgeSmall.load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void findsThePassageThatAnswersTheQuestion() {
        float[] question = model.query("Why does my nose bleed so often?");
        List<float[]> passages = model.passages(List.of(
                "Epistaxis is most often caused by dry air or by picking the lining of the nostrils.",
                "A plaster cast holds the broken bone in place while it heals."));

        assertThat(product(question, passages.getFirst())).isGreaterThan(product(question, passages.getLast()) + 0.1);
    }

    @Test
    void comparesTwoQuestionsWithoutTheInstruction() {
        List<float[]> questions = model.passages(
                List.of("How is a migraine treated?", "What helps against migraine?", "How is a fracture treated?"));

        assertThat(product(questions.get(0), questions.get(1)))
                .isGreaterThan(product(questions.get(0), questions.get(2)) + 0.1);
    }

    @Test
    void givesVectorsOfUnitLength() {
        float[] vector = model.query("asthma");

        assertThat(vector).hasSize(model.dimensions());
        assertThat(product(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void givesATextTheSameVectorWhateverStandsBesideIt() {
        float[] alone = model.passages(List.of("asthma")).getFirst();
        float[] beside = model.passages(List.of("A long text about something else. ".repeat(20), "asthma"))
                .getLast();

        assertThat(alone).containsExactly(beside);
    }

    @Test
    void readsOnlyTheStartOfATextThatIsTooLong() {
        String start = "asthma and allergy ".repeat(300);

        List<float[]> vectors = model.passages(List.of(start, start + "and much more"));

        assertThat(vectors.getFirst()).containsExactly(vectors.getLast());
    }

    @Test
    void understandsEnglishAndWhatLooksLikeIt() {
        assertThat(model.understands("en-GB", "What is asthma?")).isTrue();
        assertThat(model.understands(null, "What is β-carotene?")).isTrue();
        assertThat(model.understands("zh-Hant", "什麼是氣喘？")).isFalse();
        assertThat(model.understands(null, "什麼是氣喘？")).isFalse();
        assertThat(model.understands("de", "Was ist Asthma?")).isFalse();
        assertThat(model.understands("en", "123")).isFalse();
    }

    @Test
    void refusesToWorkOnceItIsClosed() {
        BgeSmall closed = BgeSmall.load();

        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> closed.query("asthma"));
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
