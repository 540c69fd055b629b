package health.consilium.qa.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class QuestionLinesTests {

    private final QuestionLines lines = new QuestionLines(JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full"})
    void readsTheExamplesOfTheContract(String name) throws IOException {
        try (InputStream example =
                getClass().getResourceAsStream("/contracts/examples/question-import-line-" + name + ".json")) {
            assertThat(example).isNotNull();

            ParsedLine line = lines.parse(example.readAllBytes());

            assertThat(line.isAnswered()).isTrue();
        }
    }

    @Test
    void takesTopicsWithAndWithoutSynonyms() {
        ParsedLine line = parse("""
                {"title":"T","text":"Q","topics":["Pain",{"name":"Cold","synonyms":["flu","flu"," "]}],"answers":[]}""");

        assertThat(line.content().topics()).containsExactly("Pain", "Cold");
        assertThat(line.topics().get(1).synonyms()).containsExactly("flu");
    }

    @Test
    void takesBlankAndMissingForUnknown() {
        ParsedLine line = parse("{\"id\":\" \",\"title\":\"T\",\"text\":\"Q\",\"specialty\":\"\",\"askedOn\":null}");

        assertThat(line.content().externalId()).isNull();
        assertThat(line.content().specialty()).isNull();
        assertThat(line.content().asker()).isNull();
        assertThat(line.isAnswered()).isFalse();
    }

    @Test
    void recognisesALineWithoutIdByWhatItSays() {
        ParsedLine one = parse("{\"title\":\"T\",\"text\":\"Q\"}");
        ParsedLine same = parse("{\"text\":\"Q\",  \"title\":\"T\"}");
        ParsedLine other = parse("{\"text\":\"Q\",\"title\":\"T2\"}");

        assertThat(one.stamp().matches(same.stamp())).isTrue();
        assertThat(one.stamp().matches(other.stamp())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | is not a JSON object",
                "[] | is not a JSON object",
                "{\"title\":\"T\"} | /text must have",
                "{\"title\":\"T\",\"text\":\"Q\",\"colour\":1} | /colour is unknown",
                "{\"title\":\"T\",\"text\":\"Q\",\"askedOn\":\"yesterday\"} | /askedOn is unknown or has the wrong form",
                "{\"title\":\"T\",\"text\":\"Q\",\"asker\":{\"ageBand\":\"35\"}} | /asker/ageBand",
                "{\"title\":\"T\",\"text\":\"Q\",\"answers\":[{\"text\":\"A\"}]} | /answers/0/doctor/name must have",
                "{\"title\":\"T\",\"text\":\"Q\",\"source\":{\"name\":\"S\",\"url\":\"javascript:x\"}} | /source/url must be",
                "{\"title\":\"T\",\"text\":\"Q\",\"topics\":[\"?\"]} | /topics/0/name must have a letter",
                "{\"title\":\"T\",\"text\":\"Q\",\"topics\":[null]} | /topics/0"
            })
    void rejectsALineWithItsReason(String line, String reason) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> parse(line)).withMessageContaining(reason);
    }

    private ParsedLine parse(String line) {
        return lines.parse(line.getBytes(UTF_8));
    }
}
