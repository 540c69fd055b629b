package health.consilium.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.index.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExcerptsTests {

    private static final String FILLER = "Lorem words fill the page without saying much at all. ";

    @Test
    void showsAShortTextWhole() {
        Excerpt excerpt = Excerpts.cut("Cool the burn.", matches("Cool the burn.", "burn"));

        assertThat(excerpt).isEqualTo(new Excerpt("Cool the burn.", List.of(new Span(9, 13)), false));
    }

    @Test
    void beginsAtTheStartWhereNothingMatches() {
        Excerpt excerpt = Excerpts.cut(FILLER.repeat(20), List.of());

        assertThat(excerpt.text()).startsWith("Lorem words").endsWith(" \u2026");
        assertThat(excerpt.truncated()).isTrue();
    }

    @Test
    void showsTheMatchWithWholeWordsAround() {
        String text = FILLER.repeat(30) + "Hold the burn under running water. " + FILLER.repeat(30);

        Excerpt excerpt = Excerpts.cut(text, matches(text, "burn|water"));

        assertThat(excerpt.text())
                .hasSizeLessThanOrEqualTo(280)
                .startsWith("\u2026 Hold the burn")
                .endsWith(" \u2026");
        assertThat(highlighted(excerpt)).containsExactly("burn", "water");
        assertThat(words(text)).containsAll(words(inner(excerpt)));
    }

    @Test
    void prefersThePlaceWithTheMostDifferentMatches() {
        String text = "burn burn burn. " + FILLER.repeat(30) + "A burn and a scald. " + FILLER.repeat(5);

        Excerpt excerpt = Excerpts.cut(text, matches(text, "burn|scald"));

        assertThat(highlighted(excerpt)).containsExactly("burn", "scald");
    }

    @Test
    void reachesTheEndWithoutAnEllipsisThere() {
        String text = FILLER.repeat(30) + "At last a burn";

        Excerpt excerpt = Excerpts.cut(text, matches(text, "burn"));

        assertThat(excerpt.text()).endsWith("At last a burn");
    }

    @Test
    void neverExceedsItsLengthNorCutsAWord() {
        for (int length = 1; length < 400; length++) {
            String text = "x".repeat(length) + " burn " + "yy ".repeat(length) + "burn" + " z".repeat(length);

            Excerpt excerpt = Excerpts.cut(text, matches(text, "burn"));

            assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(280);
            assertThat(highlighted(excerpt)).isNotEmpty().containsOnly("burn");
            assertThat(words(text)).containsAll(words(inner(excerpt)));
        }
    }

    @Test
    void cutsTextWithoutSpacesBetweenCharacters() {
        String text = "\ud83d\ude00".repeat(400);

        Excerpt excerpt = Excerpts.cut(text, List.of());

        assertThat(excerpt.text()).hasSizeLessThanOrEqualTo(280);
        assertThat(Character.isHighSurrogate(
                        inner(excerpt).charAt(inner(excerpt).length() - 1)))
                .isFalse();
    }

    @Test
    void joinsOverlappingMatches() {
        Excerpt excerpt = Excerpts.cut("running water", List.of(new Span(0, 7), new Span(0, 13), new Span(8, 13)));

        assertThat(excerpt.highlights()).containsExactly(new Span(0, 13));
    }

    private static List<Span> matches(String text, String words) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = Pattern.compile(words).matcher(text);
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    private static List<String> highlighted(Excerpt excerpt) {
        return excerpt.highlights().stream()
                .map(span -> excerpt.text().substring(span.start(), span.end()))
                .toList();
    }

    private static String inner(Excerpt excerpt) {
        return excerpt.text().replaceAll("^\u2026 | \u2026$", "");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
