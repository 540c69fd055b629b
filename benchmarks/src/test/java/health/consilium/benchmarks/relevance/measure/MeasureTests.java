package health.consilium.benchmarks.relevance.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTests {
    private static final Scale SCALE = new Scale(Gain.LINEAR, 1);

    @Test
    void isTheMeanOverTopicsWithItsStandardError() {
        Map<String, Judgements> judgements = Map.of("1", judgements("a"), "2", judgements("a"), "3", judgements("a"));
        var judged = new Judged(List.of(ranking("1", "a"), ranking("2", "x", "a"), ranking("3", "x", "y")), judgements);

        Figure figure = Measure.RECIPROCAL_RANK.of(judged);

        // 1, 1/2 and 0: their standard deviation is 1/2
        assertThat(figure.value()).isCloseTo(0.5, within(1e-9));
        assertThat(figure.standardError()).isCloseTo(0.5 / Math.sqrt(3), within(1e-9));
        assertThat(figure.count()).isEqualTo(3);
    }

    @Test
    void leavesOutTopicsThatNobodyJudgedOrThatHaveNoRelevantDocument() {
        Map<String, Judgements> judgements = Map.of("1", judgements("a"), "2", new Judgements(Map.of("a", 0), SCALE));
        var judged = new Judged(List.of(ranking("1", "a"), ranking("2", "a"), ranking("3", "a")), judgements);

        Figure figure = Measure.HIT.of(judged);

        assertThat(figure.value()).isEqualTo(1);
        assertThat(figure.count()).isEqualTo(1);
        assertThat(figure.standardError()).isNaN();
    }

    @Test
    void countsADocumentThatIsFoundTwiceOnce() {
        var judged = new Judged(
                List.of(new Ranking("1", List.of(new Hit("a", 3), new Hit("a", 2), new Hit("b", 1)))),
                Map.of("1", judgements("a", "b")));

        assertThat(Measure.NDCG.of(judged).value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void comparesScoresOfAllPairsForTheAreaUnderTheCurve() {
        // relevant: 3, 2 and one not found; others: 2 and 1. 3 beats both; 2 ties with one and beats one
        var judged = new Judged(
                List.of(
                        new Ranking("1", List.of(new Hit("a", 3), new Hit("x", 2))),
                        new Ranking("2", List.of(new Hit("a", 2), new Hit("x", 1)))),
                Map.of(
                        "1", new Judgements(Map.of("a", 1, "x", 0, "b", 1), SCALE),
                        "2", new Judgements(Map.of("a", 1, "x", 0), SCALE)));

        Figure figure = Measure.AREA.of(judged);

        assertThat(figure.value()).isCloseTo(3.5 / 6, within(1e-9));
        assertThat(figure.standardError()).isCloseTo(0.281537, within(1e-6));
        assertThat(figure.count()).isEqualTo(5);
    }

    @Test
    void countsPairsThatWereBothNotFoundHalf() {
        var judged = new Judged(List.of(ranking("1")), Map.of("1", new Judgements(Map.of("a", 1, "x", 0), SCALE)));

        assertThat(Measure.AREA.of(judged).value()).isEqualTo(0.5);
    }

    @Test
    void tellsHowOftenTwoFormsOfAQueryGiveTheSameTenInOrder() {
        Map<String, Judgements> judgements = Map.of(
                "1/uk", judgements("a"),
                "1/us", judgements("a"),
                "2/uk", judgements("a"),
                "2/us", judgements("a"));
        var judged = new Judged(
                List.of(
                        ranking("1/uk", "a", "b"),
                        ranking("1/us", "a", "b"),
                        ranking("2/uk", "a", "b"),
                        ranking("2/us", "b", "a")),
                judgements);

        assertThat(Measure.AGREEMENT.of(judged).value()).isEqualTo(0.5);
        assertThat(Measure.AGREEMENT.of(judged).count()).isEqualTo(2);
    }

    @Test
    void isKnownByItsTitle() {
        assertThat(Measure.titled("ndcg@10")).contains(Measure.NDCG);
        assertThat(Measure.titled("precision")).isEmpty();
    }

    private static Judgements judgements(String... relevant) {
        return new Judgements(
                Arrays.stream(relevant).collect(Collectors.toMap(document -> document, document -> 1)), SCALE);
    }

    private static Ranking ranking(String topic, String... documents) {
        return new Ranking(
                topic,
                IntStream.range(0, documents.length)
                        .mapToObj(place -> new Hit(documents[place], documents.length - place))
                        .toList());
    }
}
