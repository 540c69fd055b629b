package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageUriTests {

    @ParameterizedTest
    @ValueSource(strings = {"heart", "diagnosis/a-z/cancer", "first-aid/burns_2", "gesundheit/käse", "a/b.c"})
    void acceptsLowerCaseSegments(String uri) {
        assertThat(PageUri.isValid(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/heart", "heart/", "a//b", "Heart", "a b", "a/../b", "a/./b", "..", "a?b", "a#b", "a%20b"
            })
    void refusesOtherForms(String uri) {
        assertThat(PageUri.isValid(uri)).isFalse();
    }

    @Test
    void namesTheUrisAbove() {
        assertThat(PageUri.ancestorsOf("a/b/c")).containsExactly("a", "a/b");
        assertThat(PageUri.ancestorsOf("a")).isEmpty();
        assertThat(PageUri.parentOf("a/b/c")).isEqualTo("a/b");
        assertThat(PageUri.parentOf("a")).isNull();
    }
}
