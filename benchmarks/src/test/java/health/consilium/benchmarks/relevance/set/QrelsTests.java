package health.consilium.benchmarks.relevance.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.measure.Gain;
import health.consilium.benchmarks.relevance.measure.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrelsTests {
    @TempDir
    Path folder;

    @Test
    void readsGradesByTopicAndDocument() throws IOException {
        Qrels qrels = read("7 0 doc-1 3", "7\t0\tdoc-2\t0", "", "8 0 doc-1 1");

        assertThat(qrels.documents()).containsExactlyInAnyOrder("doc-1", "doc-2");
        assertThat(qrels.judgements(new Scale(Gain.LINEAR, 1)).get("7"))
                .satisfies(judgements -> assertThat(judgements.grades()).isEqualTo(Map.of("doc-1", 3, "doc-2", 0)));
    }

    @Test
    void writesWhatItReads() throws IOException {
        List<String> lines = List.of("7 0 doc-1 3", "7 0 doc-2 0", "8 0 doc-1 1");
        Path copy = folder.resolve("copy.txt");

        read(lines.toArray(String[]::new)).write(copy);

        assertThat(Files.readAllLines(copy)).isEqualTo(lines);
    }

    @Test
    void namesTheLineWithAMissingColumn() {
        assertThatThrownBy(() -> read("7 0 doc-1 3", "", "7 doc-2 0"))
                .isInstanceOf(MalformedSet.class)
                .hasMessageContaining("qrels.txt:3: expected four columns");
    }

    @Test
    void namesTheLineWithAGradeThatIsNoNumber() {
        assertThatThrownBy(() -> read("7 0 doc-1 good"))
                .hasMessageContaining("qrels.txt:1: the grade good is not a whole number");
    }

    @Test
    void namesTheLineThatContradictsAnEarlierOne() {
        assertThatThrownBy(() -> read("7 0 doc-1 3", "7 0 doc-1 2"))
                .hasMessageContaining("qrels.txt:2: topic 7 has another grade for doc-1 before");
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> Qrels.read(folder.resolve("nowhere.txt")))
                .hasMessageContaining("nowhere.txt is missing");
    }

    private Qrels read(String... lines) throws IOException {
        return Qrels.read(Files.write(folder.resolve("qrels.txt"), List.of(lines)));
    }
}
