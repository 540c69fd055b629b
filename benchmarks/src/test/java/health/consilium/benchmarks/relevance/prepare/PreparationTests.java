package health.consilium.benchmarks.relevance.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.set.CorpusDocument;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.MalformedSet;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreparationTests {
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void inventData() throws IOException {
        work = folder.resolve("work");
        InventedData.write(folder.resolve("shared"));
    }

    @Test
    void makesASetOfEachCollection() throws IOException {
        List<JudgedSet> sets = prepare(ALL, ALL);

        assertThat(sets)
                .extracting(JudgedSet::name)
                .containsExactly(
                        "mediqa-alexa102",
                        "mediqa-val24",
                        "medquad-synonym",
                        "hpo-lay",
                        "mqp",
                        "rqe",
                        "pubmedqa",
                        "maxfacts-spelling");
        assertThat(sets)
                .allSatisfy(set -> assertThat(JudgedSet.read(set.folder()).topics())
                        .isEqualTo(set.topics())
                        .isNotEmpty());
    }

    @Test
    void knowsEveryJudgedDocumentInTheCorpus() throws IOException {
        assertThat(prepare(ALL, ALL))
                .allSatisfy(set -> assertThat(documents(set))
                        .extracting(CorpusDocument::id)
                        .containsAll(set.qrels().documents()));
    }

    @Test
    void poolsAnAnswerThatWasJudgedForSeveralQuestionsOnce() throws IOException {
        List<JudgedSet> sets = prepare(ALL, ALL);

        assertThat(qrels(sets.get(0))).containsExactly("1 0 mediqa-alexa102/1_A 3", "1 0 mediqa-alexa102/1_B 0");
        assertThat(qrels(sets.get(1))).contains("3 0 mediqa-alexa102/1_A 1");
    }

    @Test
    void doesNotGiveAwayTheQuestionThatAnAnswerWasJudgedFor() throws IOException {
        JsonNode pooled = corpus(prepare(ALL, ALL).getFirst()).get(5);

        assertThat(pooled.path("id").asString()).isEqualTo("mediqa-alexa102/1_B");
        assertThat(pooled.path("title").asString())
                .isEqualTo("Invented words about hands. ".repeat(3) + "Invented words")
                .hasSizeLessThanOrEqualTo(100);
        assertThat(pooled.path("topics").isEmpty()).isTrue();
        assertThat(pooled.path("specialty").asString()).isEqualTo("medquad");
    }

    @Test
    void takesAJudgedAnswerThatIsInTheCollectionForThatOne() throws IOException {
        List<JudgedSet> sets = prepare(ALL, ALL);

        assertThat(qrels(sets.get(1))).contains("3 0 INV/2/1 2");
        assertThat(corpus(sets.get(1))).hasSize(7);
    }

    @Test
    void callsAJudgedAnswerByItsPagesHeading() throws IOException {
        assertThat(corpus(prepare(ALL, ALL).getFirst()).getLast().path("title").asString())
                .isEqualTo("Feet (Care)");
    }

    @Test
    void makesFocusAndSynonymsATopic() throws IOException {
        JsonNode pair = corpus(prepare(ALL, ALL).getFirst()).getFirst();

        assertThat(pair.path("topics")).hasToString("[{\"name\":\"Gonalgia\",\"synonyms\":[\"Sore knee\",\"SK\"]}]");
    }

    @Test
    void countsAnyPairOfADocumentForASynonym() throws IOException {
        assertThat(qrels(prepare(ALL, ALL).get(2))).containsExactly("5 0 INV/1/1 1", "5 0 INV/1/2 1");
    }

    @Test
    void judgesBothKindsOfSimilarQuestions() throws IOException {
        assertThat(qrels(prepare(ALL, ALL).get(4))).containsExactly("1 0 mqp/1 1", "1 0 mqp/2 0");
    }

    @Test
    void writesLayTermsInSolrsForm() throws IOException {
        prepare(ALL, ALL);

        assertThat(Files.readAllLines(work.resolve("hpo-lay/synonyms.txt")))
                .containsExactly("Gonalgia, Sore knee, Knee\\, sore");
    }

    @Test
    void searchesForBothSpellings() throws IOException {
        assertThat(prepare(ALL, ALL).getLast().topics())
                .containsExactly(new Topic("1/uk", "Tumour"), new Topic("1/us", "Tumor"));
    }

    @Test
    void keepsJudgedDocumentsInASmallCorpus() throws IOException {
        assertThat(corpus(prepare(1, 0).getFirst()))
                .extracting(line -> line.path("id").asString())
                .containsExactlyInAnyOrder(
                        "INV/1/1",
                        "INV/1/2",
                        "INV/2/1",
                        "mediqa-alexa102/1_A",
                        "mediqa-alexa102/1_B",
                        "mediqa-val24/3_C");
        assertThat(corpus(prepare(1, ALL).getFirst())).hasSize(7);
    }

    @Test
    void saysWhichDataIsMissing() {
        assertThatThrownBy(() -> new Preparation(folder.resolve("nowhere"), work).write(ALL, ALL))
                .isInstanceOf(MalformedSet.class)
                .hasMessageContaining("name the folder of shared data by --shared");
    }

    private List<JudgedSet> prepare(int topics, int others) throws IOException {
        return new Preparation(folder.resolve("shared"), work).write(topics, others);
    }

    private static List<CorpusDocument> documents(JudgedSet set) {
        List<CorpusDocument> documents = new ArrayList<>();
        set.corpus().each(documents::add);
        return documents;
    }

    private static List<JsonNode> corpus(JudgedSet set) throws IOException {
        return Files.readAllLines(set.corpus().path()).stream()
                .map(new JsonMapper()::readTree)
                .toList();
    }

    private static List<String> qrels(JudgedSet set) throws IOException {
        return Files.readAllLines(set.folder().resolve("qrels.txt"));
    }
}
