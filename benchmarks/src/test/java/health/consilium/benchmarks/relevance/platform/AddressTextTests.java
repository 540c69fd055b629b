package health.consilium.benchmarks.relevance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTextTests {
    @Test
    void leavesALetterAsItIs() {
        AddressText text = AddressText.of("naïve + \"sore knee\"");

        assertThat(text.encoded()).isEqualTo("na%C3%AFve+%2B+%22sore+knee%22");
        assertThat(text.cut()).isFalse();
    }

    @Test
    void cutsWhatDoesNotFitAtAWord() {
        AddressText text = AddressText.of("knee ".repeat(5_000) + "end");

        assertThat(text.cut()).isTrue();
        assertThat(text.encoded()).hasSizeBetween(11_900, 12_000).matches("(knee\\+)+knee");
    }

    @Test
    void cutsTextWithoutBlanksBetweenCharacters() {
        AddressText text = AddressText.of("🦵".repeat(4_000));

        assertThat(text.cut()).isTrue();
        assertThat(text.encoded()).hasSizeBetween(10_000, 12_000).matches("(%F0%9F%A6%B5)+");
    }
}
