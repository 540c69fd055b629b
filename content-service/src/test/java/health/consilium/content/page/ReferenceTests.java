package health.consilium.content.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.article.ArticleBody.Hyperlink;
import health.consilium.content.page.Link.By;
import health.consilium.content.page.Link.Status;
import health.consilium.content.page.Reference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

    @ParameterizedTest
    @CsvSource({
        "/heart/rhythm, heart/rhythm",
        "/heart/rhythm/, heart/rhythm",
        "/heart/rhythm#causes, heart/rhythm",
        "/heart/rhythm?from=mail, heart/rhythm",
        "/heart-rhythm, heart-rhythm",
        "/k%C3%A4se, käse",
        "rhythm, heart/rhythm",
        "./rhythm, heart/rhythm",
        "../skin, skin"
    })
    void asksForAUriOrId(String address, String key) {
        Reference reference = Reference.of(new Hyperlink(address, false), "heart/pressure");

        assertThat(reference.kind()).isEqualTo(Kind.INTERNAL);
        assertThat(reference.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "//example.org/a", "mailto:a@example.org", "tel:112", "HTTP://a"})
    void leadsElsewhere(String address) {
        assertThat(link(address).status()).isEqualTo(Status.EXTERNAL);
        assertThat(link(address).by()).isNull();
    }

    @Test
    void findsHomeWithoutAnArticle() {
        assertThat(link("/").status()).isEqualTo(Status.OK);
    }

    @Test
    void leavesJumpsWithinThePageAlone() {
        assertThat(Reference.of(new Hyperlink("#causes", false), "heart").kind())
                .isEqualTo(Kind.SAME_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/diary.pdf", "/diary.PDF", "/films/neck.mp4"})
    void takesFilesForAssets(String address) {
        assertThat(link(address).status()).isEqualTo(Status.ASSET);
    }

    @ParameterizedTest
    @CsvSource({"/heart-rhythm-level1, ID", "/heart/rhythm, URI", "/heart, URI", "feedback, URI"})
    void guessesHowAMissingArticleWasNamed(String address, By by) {
        Link link = link(address);

        assertThat(link.status()).isEqualTo(Status.MISSING);
        assertThat(link.by()).isEqualTo(by);
    }

    @Test
    void prefersAUriOverAnIdAndBothOverAFormerUri() {
        var directory = new Directory();
        directory.add("former", "heart", address("c", false));
        directory.add("id", "heart", address("b", false));

        assertThat(link("/heart", directory).by()).isEqualTo(By.ID);

        directory.add("uri", "heart", address("a", false));

        assertThat(link("/heart", directory).target()).isEqualTo(new PageRef("a", "a-uri", "a title"));
    }

    @Test
    void tellsWhatBecameOfTheTarget() {
        var directory = new Directory();
        directory.add("former", "moved", address("a", false));
        directory.add("uri", "gone", address("b", true));

        assertThat(link("/moved", directory).status()).isEqualTo(Status.MOVED);
        assertThat(link("/gone", directory).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(link("/gone", directory).target()).isNull();
    }

    private static Link link(String address) {
        return link(address, new Directory());
    }

    private static Link link(String address, Directory directory) {
        return directory.link(Reference.of(new Hyperlink(address, false), null));
    }

    private static Address address(String id, boolean withdrawn) {
        return new Address(id, id + "-uri", id + " title", 0, false, withdrawn);
    }

    @Test
    void asksForNothingThatIsLongerThanAnyUri() {
        assertThat(Reference.canBeFound("a".repeat(500))).isTrue();
        assertThat(Reference.canBeFound("a".repeat(501))).isFalse();
    }
}
