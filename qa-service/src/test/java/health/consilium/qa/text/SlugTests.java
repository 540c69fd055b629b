package health.consilium.qa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "Oncology, oncology",
        "' Ear, nose & throat ', ear-nose-throat",
        "Gynécologie, gynecologie",
        "Type 2 diabetes, type-2-diabetes",
        "王醫師, 王醫師"
    })
    void makesAnIdOfAName(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void hasNothingToSayOfANameWithoutLetters() {
        assertThat(Slug.of(" -- ")).isNull();
        assertThat(Slug.latin("王醫師")).isNull();
    }

    @Test
    void cutsALongNameWithoutATrailingHyphen() {
        assertThat(Slug.of("a".repeat(79) + " b")).isEqualTo("a".repeat(79));
    }
}
