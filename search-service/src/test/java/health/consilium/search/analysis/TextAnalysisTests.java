package health.consilium.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.vocabulary.Spelling;
import org.junit.jupiter.api.Test;

class TextAnalysisTests {

    private final TextAnalysis analysis = new TextAnalysis(Spelling.standard()::american);

    @Test
    void takesANameForTheSameInWhateverOrder() {
        assertThat(analysis.whole("Carcinoma, squamous cell"))
                .isEqualTo(analysis.whole("squamous cell carcinoma"))
                .hasSize(1);
        assertThat(analysis.whole("Tumours of the skin")).isEqualTo(analysis.whole("skin tumor"));
        assertThat(analysis.whole("skin")).isNotEqualTo(analysis.whole("skin tumor"));
    }

    @Test
    void callsNothingByATextThatIsTooLong() {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < 100; word++) {
            words.append("word").append(word).append(' ');
        }

        assertThat(analysis.whole(words.toString())).isEmpty();
        assertThat(analysis.whole("")).isEmpty();
    }

    @Test
    void changesNothingButTheSpelling() {
        assertThat(analysis.respelt("Is my TUMOUR, or \u0153dema, benign?"))
                .isEqualTo("Is my tumor, or \u0153dema, benign?");
        assertThat(analysis.respelt("A tumor")).isEqualTo("A tumor");
    }
}
