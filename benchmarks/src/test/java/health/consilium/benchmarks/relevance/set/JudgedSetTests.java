package health.consilium.benchmarks.relevance.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.measure.Gain;
import health.consilium.benchmarks.relevance.measure.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedSetTests {
    @TempDir
    Path folder;

    @BeforeEach
    void twoQueriesInTwoForms() throws IOException {
        write("topics.tsv", "1/uk\ttumour", "1/us\ttumor", "2/uk\tgoitre", "2/us\tgoiter");
        write("qrels.txt", "1/uk 0 a 1", "1/us 0 a 1", "2/uk 0 b 1", "2/us 0 b 1");
    }

    @Test
    void needsNoSettings() {
        SetSettings settings = JudgedSet.read(folder).settings();

        assertThat(settings.form()).isEqualTo(DocumentForm.QUESTIONS);
        assertThat(settings.measures()).containsExactly(Measure.NDCG, Measure.RECIPROCAL_RANK, Measure.JUDGED);
        assertThat(settings.scale().relevantFrom()).isEqualTo(1);
        assertThat(settings.search()).isEmpty();
        assertThat(JudgedSet.read(folder).corpus().path()).isEqualTo(folder.resolve("corpus.ndjson"));
    }

    @Test
    void readsHowToSearchAndCount() throws IOException {
        write(
                "set.properties",
                "format=paper-json",
                "gain=exponential",
                "relevant=3",
                "measures=hit@10, AUC",
                "search.type=paper");

        SetSettings settings = JudgedSet.read(folder).settings();

        assertThat(settings.form()).isEqualTo(DocumentForm.PAPERS);
        assertThat(settings.scale().gain()).isEqualTo(Gain.EXPONENTIAL);
        assertThat(settings.scale().relevantFrom()).isEqualTo(3);
        assertThat(settings.measures()).containsExactly(Measure.HIT, Measure.AREA);
        assertThat(settings.search()).isEqualTo(Map.of("type", "paper"));
    }

    @Test
    void namesAnUnknownSetting() throws IOException {
        write("set.properties", "gains=linear");

        assertThatThrownBy(() -> JudgedSet.read(folder))
                .isInstanceOf(MalformedSet.class)
                .hasMessageContaining("set.properties: gains is unknown");
    }

    @Test
    void namesAnUnknownMeasure() throws IOException {
        write("set.properties", "measures=nDCG@10,luck");

        assertThatThrownBy(() -> JudgedSet.read(folder)).hasMessageContaining("measures has an unknown one: luck");
    }

    @Test
    void writesWhatItReads() throws IOException {
        JudgedSet set = JudgedSet.read(folder);
        SetSettings settings =
                set.settings().counted(2, Measure.RECALL).with("words.txt").noted("Invented: all of it.");
        Path copy = folder.resolve("copy");

        new JudgedSet(copy, settings, set.topics(), set.qrels()).write();

        assertThat(JudgedSet.read(copy).settings()).isEqualTo(settings);
        assertThat(JudgedSet.read(copy).topics()).isEqualTo(set.topics());
        assertThat(JudgedSet.read(copy).judgements()).hasSameSizeAs(set.judgements());
    }

    @Test
    void keepsTheFormsOfAQueryTogetherInASample() {
        JudgedSet sample = JudgedSet.read(folder).sampled(1);

        assertThat(sample.topics()).extracting(Topic::id).containsExactly("1/uk", "1/us");
        assertThat(sample.qrels().documents()).containsExactly("a");
    }

    @Test
    void spreadsASampleEvenly() {
        assertThat(Sample.evenly(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 4)).containsExactly(0, 2, 5, 7);
        assertThat(Sample.evenly(List.of(0, 1), 4)).containsExactly(0, 1);
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }
}
