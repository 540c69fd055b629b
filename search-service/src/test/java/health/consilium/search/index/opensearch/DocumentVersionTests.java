package health.consilium.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import org.junit.jupiter.api.Test;

class DocumentVersionTests {

    @Test
    void putsARemovalBetweenItsVersionAndTheNext() {
        assertThat(DocumentVersion.removed(4))
                .isGreaterThan(DocumentVersion.live(4))
                .isLessThan(DocumentVersion.live(5));
        assertThat(DocumentVersion.of(DocumentVersion.removed(4))).isEqualTo(4);
        assertThat(DocumentVersion.of(DocumentVersion.live(4))).isEqualTo(4);
    }

    @Test
    void namesEvenTheLongestKeyWithinWhatTheClusterTakes() {
        DocumentKey longest = new DocumentKey(DocumentType.ARTICLE, "é".repeat(600));
        DocumentKey other = new DocumentKey(DocumentType.ARTICLE, "é".repeat(601));

        assertThat(DocumentId.of(longest)).hasSizeLessThan(512).isNotEqualTo(DocumentId.of(other));
        assertThat(DocumentId.of(new DocumentKey(DocumentType.ARTICLE, "first-aid")))
                .isEqualTo("article/first-aid");
    }
}
