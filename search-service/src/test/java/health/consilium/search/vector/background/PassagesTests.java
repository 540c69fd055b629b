package health.consilium.search.vector.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTests {

    private static final String SENTENCE = "The lining of the nose is thin and bleeds easily. ";

    @Test
    void keepsAShortTextWhole() {
        assertThat(Passages.of(SENTENCE)).containsExactly(SENTENCE.strip());
        assertThat(Passages.of(SENTENCE.repeat(24))).hasSize(1);
    }

    @Test
    void hasNoneOfNothing() {
        assertThat(Passages.of("")).isEmpty();
        assertThat(Passages.of("  ")).isEmpty();
    }

    @Test
    void cutsBetweenSentences() {
        List<String> passages = Passages.of(SENTENCE.repeat(70));

        assertThat(passages)
                .hasSize(4)
                .allSatisfy(
                        passage -> assertThat(passage).startsWith("The lining").endsWith("easily."));
        assertThat(String.join(" ", passages)).isEqualTo(SENTENCE.repeat(70).strip());
    }

    @Test
    void cutsBetweenWordsWhereASentenceIsTooLong() {
        List<String> passages = Passages.of("haemorrhage ".repeat(300));

        assertThat(passages).allSatisfy(passage -> {
            assertThat(passage).hasSizeLessThanOrEqualTo(Passages.LENGTH + Passages.LENGTH / 4);
            assertThat(passage.split(" ")).containsOnly("haemorrhage");
        });
    }

    @Test
    void cutsTextWithoutSpacesBetweenCharacters() {
        List<String> passages = Passages.of("a" + "\uD83E\uDE7A".repeat(2_000));

        assertThat(passages).hasSizeGreaterThan(3);
        assertThat(passages)
                .allSatisfy(passage ->
                        assertThat(Character.isLowSurrogate(passage.charAt(0))).isFalse());
    }

    @Test
    void leavesOutTheEndOfAVeryLongText() {
        assertThat(Passages.of(SENTENCE.repeat(2_000))).hasSize(Passages.MOST);
    }
}
