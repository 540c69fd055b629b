package health.consilium.benchmarks.relevance.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicTests {
    @TempDir
    Path folder;

    @Test
    void readsALineForEachTopic() throws IOException {
        assertThat(read("1\tsore knee", "", "2/uk\ttumour  of\tthe hand "))
                .containsExactly(new Topic("1", "sore knee"), new Topic("2/uk", "tumour of the hand"));
    }

    @Test
    void namesALineWithoutATab() {
        assertThatThrownBy(() -> read("1\tsore knee", "2 sore hand"))
                .isInstanceOf(MalformedSet.class)
                .hasMessageContaining("topics.tsv:2: expected the topic's id");
    }

    @Test
    void namesATopicWithoutAQuery() {
        assertThatThrownBy(() -> read("1\t ")).hasMessageContaining("topics.tsv:1: the topic 1 has no query");
    }

    @Test
    void namesATopicThatComesAgain() {
        assertThatThrownBy(() -> read("1\tsore knee", "1\tsore hand"))
                .hasMessageContaining("topics.tsv:2: the topic 1 was there before");
    }

    @Test
    void refusesTextInAnotherEncoding() throws IOException {
        Path file = Files.write(folder.resolve("topics.tsv"), new byte[] {'1', '\t', (byte) 0xe4});

        assertThatThrownBy(() -> Topic.read(file)).hasMessageContaining("topics.tsv is not UTF-8");
    }

    private List<Topic> read(String... lines) throws IOException {
        return Topic.read(Files.write(folder.resolve("topics.tsv"), List.of(lines)));
    }
}
