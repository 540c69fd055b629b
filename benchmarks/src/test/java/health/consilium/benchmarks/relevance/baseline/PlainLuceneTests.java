package health.consilium.benchmarks.relevance.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.set.Corpus;
import health.consilium.benchmarks.relevance.set.DocumentForm;
import health.consilium.benchmarks.relevance.set.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainLuceneTests {
    private PlainLucene lucene;

    @BeforeEach
    void threeQuestions(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("corpus.ndjson"),
                List.of(
                        "{\"id\":\"knee\",\"title\":\"My knees hurt when running\"}",
                        "{\"id\":\"hand\",\"title\":\"My hand is numb\"}",
                        "{\"id\":\"both\",\"title\":\"My knee is numb, my other knee hurts\"}"));
        lucene = new PlainLucene(new Corpus(file, DocumentForm.QUESTIONS));
    }

    @AfterEach
    void close() {
        lucene.close();
    }

    @Test
    void ranksByAnyWordOfTheQueryAfterStemming() {
        assertThat(lucene.search(new Topic("1", "a hurting knee"), 10).hits())
                .extracting(Hit::document)
                .containsExactly("both", "knee");
    }

    @Test
    void returnsNoMoreThanAskedFor() {
        assertThat(lucene.search(new Topic("1", "knee"), 1).hits()).hasSize(1);
    }

    @Test
    void findsNothingForWordsThatSayNothing() {
        assertThat(lucene.search(new Topic("1", "the"), 10).hits()).isEmpty();
    }
}
