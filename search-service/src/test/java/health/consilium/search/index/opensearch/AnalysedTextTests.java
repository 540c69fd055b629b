package health.consilium.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AnalysedTextTests {

    private final AnalysedText analysed = new AnalysedText(new TextAnalysis(UnaryOperator.identity()));

    @Test
    void keepsThePlacesOfWordsThatAreLeftOut() {
        assertThat(analysed.of(IndexField.ALL, List.of("The treatment of the burns", "Cool it.")))
                .containsExactly("_ treatment _ _ burn", "cool");
    }

    @Test
    void isEmptyWhereNoWordCarriesAMeaning() {
        assertThat(analysed.of(IndexField.ALL, List.of("of the", ""))).containsExactly("", "");
    }

    @Test
    void takesAnIdentifierAsAWhole() {
        assertThat(analysed.identifier("10.5555/Signs.1")).isEqualTo("10.5555/signs.1");
    }
}
