package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorshipTests {

    @Test
    void givesAProofreaderWhoEditedBothRoles() {
        var contributors = Authorship.parse("Authored by Mara Lindqvist;Proof-read/edited by Tomas Achterberg");

        assertThat(contributors)
                .containsExactly(
                        new Contributor("author", "Mara Lindqvist"),
                        new Contributor("proofreader", "Tomas Achterberg"),
                        new Contributor("editor", "Tomas Achterberg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authored by Mara Lindqvist and Tomas Achterberg",
                "Authored by Mara Lindqvist & Tomas Achterberg",
                "Authored  by  Mara Lindqvist , Tomas  Achterberg ;"
            })
    void separatesTheNamesOfOneRole(String byline) {
        var contributors = Authorship.parse(byline);

        assertThat(contributors)
                .containsExactly(
                        new Contributor("author", "Mara Lindqvist"), new Contributor("author", "Tomas Achterberg"));
    }

    @ParameterizedTest
    @CsvSource({
        "Tomas. B Achterberg, Tomas B. Achterberg",
        "Tomas B Achterberg, Tomas B Achterberg",
        "Prof. B Achterberg, Prof. B Achterberg",
        "T. B Achterberg, T. B Achterberg",
        "Prof Sandra Achterberg-Wu, Prof Sandra Achterberg-Wu"
    })
    void mendsAMisplacedDotAndNothingElse(String written, String name) {
        assertThat(Authorship.parse("Edited by " + written)).containsExactly(new Contributor("editor", name));
    }

    @Test
    void keepsDegreesWithTheirName() {
        assertThat(Authorship.parse("Authored by Mara Lindqvist, MD"))
                .containsExactly(new Contributor("author", "Mara Lindqvist, MD"));
    }

    @Test
    void takesABylineWithoutARoleAsContributors() {
        assertThat(Authorship.parse("Mara Lindqvist & Tomas Achterberg"))
                .extracting(Contributor::role)
                .containsOnly("contributor");
    }
}
