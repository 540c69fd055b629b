package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "", "-a", "käse", "a/b", "a b"})
    void refusesWhatNoAddressCouldName(String id) {
        assertThat(ArticleId.isValid(id)).isFalse();
    }

    @Test
    void followsFromTheUriOrElseTheTitle() {
        assertThat(ArticleId.derived("skin/care", "Care")).isEqualTo("skin-care");
        assertThat(ArticleId.derived(null, "Why we ask")).isEqualTo("why-we-ask");
    }

    @ParameterizedTest
    @CsvSource({"skin-care, skin-care", "resolve, article-resolve", "käse-brot, k-se-brot", "水, article"})
    void staysCloseToWhatItFollowsFrom(String derived, String id) {
        assertThat(ArticleId.near(derived)).isEqualTo(id);
    }

    @Test
    void leavesRoomForANumber() {
        assertThat(ArticleId.isValid(ArticleId.near("a".repeat(500)) + "-1000")).isTrue();
    }
}
