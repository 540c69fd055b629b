package health.consilium.benchmarks.relevance.report;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.benchmarks.relevance.measure.Figure;
import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.measure.Ranking;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {
    private static final SetResult RESULT = new SetResult(
            new JudgedSet(
                    Path.of("knees"),
                    SetSettings.questions("joints").counted(3, Measure.RECIPROCAL_RANK, Measure.AREA),
                    List.of(new Topic("1", "sore knee")),
                    new Qrels()),
            List.of(
                    new SetResult.Row("plain", List.of(new Figure(0.5, 0.25, 1), new Figure(Double.NaN, 0, 0))),
                    new SetResult.Row("ours", List.of(new Figure(1, Double.NaN, 1), new Figure(0.75, 0.1, 4)))),
            List.of("2 queries were cut"));

    @Test
    void showsARowForEachSystemAndAColumnForEachMeasure() {
        assertThat(Report.markdown(RESULT)).isEqualTo("""
                ### knees

                - 1 topics, of them counted: MRR@10 1, AUC 0/4
                - gain = the grade; relevant from grade 3; searched with specialty=joints type=question
                - 2 queries were cut

                |  | MRR@10 | AUC |
                |---|---|---|
                | plain | 0.500 ± 0.250 | – |
                | ours | 1.000 | 0.750 ± 0.100 |

                """);
    }

    @Test
    void alignsColumnsForATerminal() {
        assertThat(Report.text(RESULT)).contains("""
                         MRR@10         AUC
                  plain  0.500 ± 0.250  –
                  ours   1.000          0.750 ± 0.100
                """);
    }

    @Test
    void writesRunsThatOtherToolsRead(@TempDir Path folder) throws IOException {
        var ranking = new Ranking("7", List.of(new Hit("a", 2.5), new Hit("b", 1)));

        RunFile.write(folder, "knees", "lexical", List.of(ranking));

        assertThat(Files.readAllLines(folder.resolve("knees.lexical.run")))
                .containsExactly("7 Q0 a 1 2.5 lexical", "7 Q0 b 2 1.0 lexical");
    }
}
