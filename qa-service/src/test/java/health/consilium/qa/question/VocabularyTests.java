package health.consilium.qa.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class VocabularyTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void tellsAgesInTens() {
        assertThat(Arrays.stream(AgeBand.values()).map(AgeBand::label))
                .containsExactly("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+");
    }

    @Test
    void readsWhatItWrites() {
        assertThat(JSON.writeValueAsString(AgeBand.FROM_90)).isEqualTo("\"90+\"");
        assertThat(JSON.readValue("\"30-39\"", AgeBand.class)).isEqualTo(AgeBand.FROM_30);
        assertThat(JSON.readValue("\"undisclosed\"", Sex.class)).isEqualTo(Sex.UNDISCLOSED);
        assertThat(JSON.readValue("\"self\"", Subject.class)).isEqualTo(Subject.SELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"30-40\"", "\"35\"", "\"FROM_30\"", "\"100+\""})
    void refusesOtherAges(String age) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(age, AgeBand.class));
    }

    @Test
    void givesEachQuestionAHandleOfItsOwn() {
        assertThat(IntStream.range(0, 1000).mapToObj(any -> Handles.random()).distinct())
                .hasSize(1000);
    }

    @Test
    void makesIdsThatSortByTime() {
        long before = System.currentTimeMillis();

        var id = Uuids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
    }
}
