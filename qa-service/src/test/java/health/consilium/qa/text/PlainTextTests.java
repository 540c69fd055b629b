package health.consilium.qa.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"My value is < 5 mmol/l.", "p<0.05", "a & b", "5 > 3 < 4", "&lt;script&gt;", "1 <2> 3", "I <3 it"
            })
    void keepsWhatIsNoMarkup(String text) {
        assertThat(PlainText.of(text)).isEqualTo(new PlainText(text, java.util.List.of()));
    }

    @Test
    void removesScriptsWithTheirContentAndSaysSo() {
        PlainText text = PlainText.of("Does it hurt?<script>steal()</script> Yes.");

        assertThat(text.value()).isEqualTo("Does it hurt? Yes.");
        assertThat(text.removed()).containsExactly("script");
    }

    @Test
    void removesEventHandlersAndScriptLinks() {
        PlainText text = PlainText.of("<p onclick=\"x()\">One</p><a href=\"java\nscript:x()\">two</a>");

        assertThat(text.value()).isEqualTo("One\n\ntwo");
        assertThat(text.removed()).containsExactly("onclick", "href", "markup");
    }

    @Test
    void turnsLineBreaksIntoLines() {
        assertThat(PlainText.of("one<br>two<p>three</p>four").value()).isEqualTo("one\ntwo\n\nthree\n\nfour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)",
                "<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>",
                "<svg/onload=alert(1)>",
                "<unknown onclick=x>",
                "</textarea><script>",
                "<<b>script>alert(1)<</b>/script>",
                "<!--<script>-->",
                "<?php"
            })
    void leavesNothingABrowserTakesForATag(String text) {
        assertThat(PlainText.of(text).value()).doesNotContainPattern("<[a-zA-Z/!?]");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", " \n", "<p>", "</p> ", "<b"})
    void takesAMebibyteOfAnythingInItsStride(String repeated) {
        String text = "<p>a" + repeated.repeat((1 << 20) / repeated.length()) + "b</p>";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlainText.of(text));
    }

    @Test
    void keepsOneEmptyLineOfMany() {
        assertThat(PlainText.of("<p>one  \n \t\n\n  two</p>").value()).isEqualTo("one\n\n  two");
    }

    @Test
    void dropsControlCharactersAndHalfCharacters() {
        assertThat(PlainText.of("\u0000a\u0007\r\nb\tc\ud83d").value()).isEqualTo("a\nb\tc");
    }

    @Test
    void keepsWholeSupplementaryCharacters() {
        assertThat(PlainText.of("ok \ud83d\ude00").value()).isEqualTo("ok \ud83d\ude00");
    }
}
