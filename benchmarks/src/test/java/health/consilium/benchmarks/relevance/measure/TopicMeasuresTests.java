package health.consilium.benchmarks.relevance.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicMeasuresTests {
    private static final Map<String, Integer> GRADES = Map.of("a", 4, "b", 2, "c", 1, "d", 3);
    private static final Judgements LINEAR = new Judgements(GRADES, new Scale(Gain.LINEAR, 3));
    private static final Judgements EXPONENTIAL = new Judgements(GRADES, new Scale(Gain.EXPONENTIAL, 3));
    private static final Judgements HOPELESS = new Judgements(Map.of("a", 0), new Scale(Gain.LINEAR, 1));

    @Test
    void discountsGainsByPlaceAndComparesThemWithTheBestPossibleRanking() {
        // (2 + 0 + 4/2 + 1/log2(5)) / (4 + 3/log2(3) + 2/2 + 1/log2(5))
        assertThat(TopicMeasures.ndcg(List.of("b", "x", "a", "c"), LINEAR)).satisfies(about(4.430677 / 7.323465));
        assertThat(TopicMeasures.ndcg(List.of("a", "d", "b", "c"), LINEAR)).satisfies(about(1));
    }

    @Test
    void countsHighGradesForMuchMoreWhenToldTo() {
        // (3 + 0 + 15/2 + 1/log2(5)) / (15 + 7/log2(3) + 3/2 + 1/log2(5))
        assertThat(TopicMeasures.ndcg(List.of("b", "x", "a", "c"), EXPONENTIAL))
                .satisfies(about(10.930677 / 21.347186));
    }

    @Test
    void takesUnjudgedDocumentsOutOfTheCondensedRanking() {
        // (2 + 4/log2(3) + 1/2) / the same ideal
        assertThat(TopicMeasures.condensedNdcg(List.of("b", "x", "a", "y", "c"), LINEAR))
                .satisfies(about(5.023719 / 7.323465));
    }

    @Test
    void looksAtTheFirstTenOnly() {
        List<String> late = Stream.concat(Collections.nCopies(10, "x").stream(), Stream.of("a"))
                .toList();

        assertThat(TopicMeasures.ndcg(late, LINEAR)).hasValue(0);
        assertThat(TopicMeasures.reciprocalRank(late, LINEAR)).hasValue(0);
        assertThat(TopicMeasures.hit(late, LINEAR)).hasValue(0);
        assertThat(TopicMeasures.recall(late, LINEAR)).hasValue(0);
        assertThat(TopicMeasures.judged(late, LINEAR)).hasValue(0);
    }

    @Test
    void countsFromTheGradeThatMakesADocumentRelevant() {
        assertThat(TopicMeasures.reciprocalRank(List.of("b", "c", "x", "d"), LINEAR))
                .hasValue(0.25);
        assertThat(TopicMeasures.hit(List.of("b", "d"), LINEAR)).hasValue(1);
        assertThat(TopicMeasures.hit(List.of("b", "c"), LINEAR)).hasValue(0);
        assertThat(TopicMeasures.recall(List.of("b", "d"), LINEAR)).hasValue(0.5);
    }

    @Test
    void countsJudgedDocumentsWhateverTheirGrade() {
        assertThat(TopicMeasures.judged(List.of("c", "x", "y", "a"), LINEAR)).hasValue(0.5);
        assertThat(TopicMeasures.judged(List.of(), LINEAR)).isEmpty();
    }

    @Test
    void saysNothingWhereNoRankingCouldBeGood() {
        assertThat(TopicMeasures.ndcg(List.of("a"), HOPELESS)).isEmpty();
        assertThat(TopicMeasures.reciprocalRank(List.of("a"), HOPELESS)).isEmpty();
        assertThat(TopicMeasures.hit(List.of("a"), HOPELESS)).isEmpty();
        assertThat(TopicMeasures.recall(List.of("a"), HOPELESS)).isEmpty();
    }

    private static Consumer<OptionalDouble> about(double expected) {
        return value -> assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-6));
    }
}
