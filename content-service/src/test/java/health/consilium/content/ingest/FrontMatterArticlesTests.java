package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.content.article.ArticleKind;
import health.consilium.content.article.Classification;
import health.consilium.content.article.Contributor;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterArticlesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void readsAPage() {
        var article = read("""
                ---
                id: skin-care-level1\s
                uri: skin/care
                title: "Care: the basics"
                type: level1
                surtitle: Skin
                authorship: Authored by Mara Lindqvist
                order: 3
                hide: true
                further_reading_uri: skin/sources
                classifications: [Skin, "Daily life"]
                updated_at: 2026-02-01T10:00:00Z
                created_at: 2025-02-01T10:00:00Z
                ---

                <h2>Wash</h2>
                """);

        assertThat(article.id()).isEqualTo("skin-care-level1");
        assertThat(article.uri()).isEqualTo("skin/care");
        assertThat(article.kind()).isEqualTo(ArticleKind.PAGE);
        assertThat(article.createdAt()).isEqualTo("2025-02-01T10:00:00Z");
        assertThat(article.updatedAt()).isEqualTo("2026-02-01T10:00:00Z");
        assertThat(article.content().title()).isEqualTo("Care: the basics");
        assertThat(article.content().order()).isEqualTo(3);
        assertThat(article.content().hidden()).isTrue();
        assertThat(article.content().furtherReading()).isEqualTo("skin/sources");
        assertThat(article.content().description()).isNull();
        assertThat(article.content().contributors()).containsExactly(new Contributor("author", "Mara Lindqvist"));
        assertThat(article.content().classifications())
                .containsExactly(new Classification("skin", "Skin"), new Classification("daily-life", "Daily life"));
        assertThat(article.content().body()).contains("<h2 id=\"wash\">Wash</h2>");
    }

    @Test
    void makesAPostWithoutAUri() {
        var article = read("---\ntitle: Why we ask\n---\n<p>Text</p>");

        assertThat(article.kind()).isEqualTo(ArticleKind.POST);
        assertThat(article.id()).isEqualTo("why-we-ask");
        assertThat(article.createdAt()).isEqualTo(NOW);
    }

    @Test
    void keepsTitlesThatLookLikeSomethingElse() {
        assertThat(read("---\ntitle: 2024-01-01\n---\n").content().title()).isEqualTo("2024-01-01");
        assertThat(read("---\ntitle: yes\n---\n").content().title()).isEqualTo("yes");
    }

    @Test
    void hasTheSameHashForTheSameDocument() {
        String document = "---\ntitle: A\n---\n<p>Text</p>";

        assertThat(read(document).origin().hash())
                .isEqualTo(read(document).origin().hash());
        assertThat(read(document).origin().hash())
                .isNotEqualTo(read(document + " ").origin().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>No front matter</p> | three dashes",
                "'---\nuri: a\n---\n' | has no title",
                "'---\ntitle: A\n' | no closing line",
                "'---\n- a\n---\n' | not a list of fields",
                "'---\ntitle: [A\n---\n' | not valid YAML",
                "'---\ntitle: A\ntitle: B\n---\n' | not valid YAML",
                "'---\ntitle: !!java.net.URL [a]\n---\n' | not valid YAML",
                "'---\ntitle: A\nuri: /a/\n---\n' | the uri '/a/'",
                "'---\ntitle: A\nid: a/b\n---\n' | the id 'a/b'",
                "'---\ntitle: Resolve\n---\n' | cannot be one; give it an id",
                "'---\ntitle: Käse\nuri: käse\n---\n' | cannot be one; give it an id",
                "'---\ntitle: A\nupdated_at: +999999999-01-01T00:00:00Z\n---\n' | not a time",
                "'---\ntitle: A\norder: first\n---\n' | not a whole number",
                "'---\ntitle: A\nupdated_at: soon\n---\n' | not a time"
            })
    void saysWhyADocumentIsRefused(String document, String reason) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> read(document))
                .withMessageContaining(reason);
    }

    private static ImportedArticle read(String document) {
        return FrontMatterArticles.read(new ImportRecord(1, "a.md", document.getBytes(StandardCharsets.UTF_8)), NOW);
    }
}
