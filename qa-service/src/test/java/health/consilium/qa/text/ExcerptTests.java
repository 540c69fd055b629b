package health.consilium.qa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void keepsAShortTextWhole() {
        assertThat(Excerpt.of("Short\n\n text. ")).isEqualTo(new Excerpt("Short text.", false));
    }

    @Test
    void keepsATextOfExactly280Characters() {
        String text = "a".repeat(140) + " " + "b".repeat(139);

        assertThat(Excerpt.of(text)).isEqualTo(new Excerpt(text, false));
    }

    @Test
    void cutsAtTheLastWordThatFits() {
        String text = "word ".repeat(100);

        assertThat(Excerpt.of(text)).isEqualTo(new Excerpt("word ".repeat(56).strip(), true));
    }

    @Test
    void cutsAWordThatIsTooLongBetweenCharacters() {
        Excerpt excerpt = Excerpt.of("a" + "\ud83d\ude00".repeat(200));

        assertThat(excerpt.text()).hasSize(279).endsWith("\ud83d\ude00");
    }

    @Test
    void saysThatAVeryLongTextOfSpacesWasCut() {
        assertThat(Excerpt.of("a" + " ".repeat(10_000) + "b")).isEqualTo(new Excerpt("a", true));
    }
}
