package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({"Burns & scalds!, burns-scalds", "Électrolytes, electrolytes", "-- , none", "肝癌, 肝癌"})
    void keepsLettersAndDigits(String text, String slug) {
        assertThat(Slug.of(text, "none")).isEqualTo(slug);
    }

    @Test
    void cutsLongTextAtAWord() {
        String slug = Slug.of("word ".repeat(40), "none");

        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("word");
    }
}
