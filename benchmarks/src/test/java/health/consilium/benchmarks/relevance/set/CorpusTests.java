package health.consilium.benchmarks.relevance.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTests {
    @TempDir
    Path folder;

    @Test
    void readsAllWordsOfAQuestionOnce() throws IOException {
        Corpus corpus = lines(DocumentForm.QUESTIONS, """
                {"id":"q1","title":"Sore knee","text":"Sore knee","topics":["Knees",{"name":"Pain","synonyms":["Ache"]}],\
                "answers":[{"doctor":{"name":"Invented"},"text":"Rest it."}],"moreInfo":{"text":"Background."}}""");

        assertThat(documents(corpus))
                .containsExactly(new CorpusDocument("q1", "Sore knee\nKnees\nPain\nAche\nRest it.\nBackground."));
    }

    @Test
    void knowsAPaperByItsDoiHoweverItIsWritten() throws IOException {
        Corpus corpus = lines(DocumentForm.PAPERS, """
                {"doi":"https://doi.org/10.5555/ABC","title":"On knees","abstract":"They bend.","fieldsOfStudy":["Joints"]}""");

        assertThat(documents(corpus))
                .containsExactly(new CorpusDocument("10.5555/abc", "On knees\nThey bend.\nJoints"));
    }

    @Test
    void readsArticlesOfAFolder() throws IOException {
        Files.writeString(folder.resolve("knee.md"), """
                ---
                id: knee-level1
                uri: joints/knee
                title: "The knee"
                ---
                <h2>Bending</h2><p>It bends.</p>
                """);

        assertThat(documents(new Corpus(folder, DocumentForm.ARTICLES)))
                .containsExactly(new CorpusDocument("joints/knee", "The knee\nBending It bends."));
    }

    @Test
    void countsARecordThatComesAgainOnce() throws IOException {
        assertThat(lines(DocumentForm.QUESTIONS, "{\"id\":\"q1\"}", "{\"id\":\"q2\"}", "{\"id\":\"q1\"}")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void namesTheLineOfARecordWithoutAnId() {
        assertThatThrownBy(() -> lines(DocumentForm.QUESTIONS, "{\"id\":\"q1\"}", "{\"title\":\"Sore knee\"}")
                        .size())
                .isInstanceOf(MalformedSet.class)
                .hasMessageContaining("corpus.ndjson:2: has no id");
    }

    @Test
    void namesTheLineThatIsNoJson() {
        assertThatThrownBy(() -> lines(DocumentForm.QUESTIONS, "{\"id\":").size())
                .hasMessageContaining("corpus.ndjson:1: is not JSON");
    }

    private Corpus lines(DocumentForm form, String... lines) throws IOException {
        return new Corpus(Files.write(folder.resolve("corpus.ndjson"), List.of(lines)), form);
    }

    private static List<CorpusDocument> documents(Corpus corpus) {
        List<CorpusDocument> documents = new ArrayList<>();
        corpus.each(documents::add);
        return documents;
    }
}
