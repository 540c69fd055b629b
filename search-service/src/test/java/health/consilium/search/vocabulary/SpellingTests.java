package health.consilium.search.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {

    private static final Spelling SPELLING = Spelling.standard();

    @ParameterizedTest
    @CsvSource({
        "haemorrhage, hemorrhage",
        "haematologists, hematologists",
        "haem, heme",
        "oesophagus, esophagus",
        "gastrooesophageal, gastroesophageal",
        "anaemia, anemia",
        "thalassaemic, thalassemic",
        "leucorrhoea, leukorrhea",
        "tumours, tumors",
        "foetus, fetus",
        "diarrhoea, diarrhea",
        "paediatricians, pediatricians",
        "orthopaedic, orthopedic",
        "gynaecological, gynecological",
        "caesarean, cesarean",
        "oedema, edema",
        "lymphoedema, lymphedema",
        "coeliac, celiac",
        "anaesthetised, anesthetized",
        "paraesthesia, paresthesia",
        "sulphonamide, sulfonamide",
        "neurobehavioural, neurobehavioral",
        "kilometres, kilometers",
        "theatre, theater",
        "labelling, labeling",
        "programme, program",
        "grey, gray",
        "practised, practiced",
        "immunisation, immunization",
        "organisational, organizational",
        "catheterising, catheterizing",
        "nebulisers, nebulizers",
        "analysed, analyzed",
        "dialyser, dialyzer"
    })
    void writesBritishWordsAsAmericansDo(String british, String american) {
        assertThat(SPELLING.american(british)).isEqualTo(american);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aerobic",
                "anaerobe",
                "shoe",
                "toes",
                "does",
                "goes",
                "hoe",
                "poem",
                "poetry",
                "coexist",
                "coefficient",
                "phoenix",
                "michael",
                "israel",
                "gastroenteritis",
                "electroencephalogram",
                "thromboembolism",
                "gastroesophageal",
                "phytoestrogen",
                "tracheae",
                "vertebrae",
                "algae",
                "reggae",
                "canoe",
                "zoe",
                "angioedema",
                "leucovorin",
                "leucine",
                "molluscum",
                "dystrophin",
                "neurotrophin",
                "our",
                "hour",
                "four",
                "flour",
                "pour",
                "tour",
                "contour",
                "your",
                "detour",
                "glamour",
                "course",
                "source",
                "velour",
                "rise",
                "wise",
                "exercise",
                "exercises",
                "exercising",
                "surprise",
                "unsurprising",
                "promise",
                "compromised",
                "disease",
                "diseases",
                "noise",
                "bruised",
                "raising",
                "advised",
                "revises",
                "supervised",
                "improvisation",
                "circumcised",
                "excised",
                "enterprise",
                "otherwise",
                "concise",
                "paradise",
                "franchise",
                "expertise",
                "crises",
                "irises",
                "pelvises",
                "penises",
                "tennis",
                "analysis",
                "analyses",
                "lyse",
                "lysed",
                "acre",
                "genre",
                "cadre",
                "massacre",
                "meter",
                "center",
                "called",
                "pulled",
                "filling",
                "swelling",
                "flexion",
                "tired",
                "check",
                "story",
                "phase",
                "sphere"
            })
    void leavesOtherWordsAlone(String word) {
        assertThat(SPELLING.american(word)).isEqualTo(word);
    }

    @Test
    void changesNoAmericanWordAgain() {
        List<String> american = entries().stream()
                .filter(entry -> entry.length == 2 && !entry[0].contains("*"))
                .map(entry -> entry[1])
                .toList();

        assertThat(american)
                .hasSizeGreaterThan(400)
                .allSatisfy(word -> assertThat(SPELLING.american(word)).isEqualTo(word));
    }

    @Test
    void listsEachWordOnce() {
        assertThat(entries().stream().map(entry -> entry[0])).doesNotHaveDuplicates();
    }

    @Test
    void refusesALineWithMoreThanAPair() {
        assertThatThrownBy(() -> Spelling.of(List.of("one two three")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one two three");
    }

    private static List<String[]> entries() {
        try (InputStream file =
                Objects.requireNonNull(SpellingTests.class.getResourceAsStream("/vocabulary/spelling.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
