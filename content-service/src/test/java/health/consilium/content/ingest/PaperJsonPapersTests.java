package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.content.paper.Paper;
import health.consilium.content.paper.Paper.Author;
import health.consilium.content.paper.Paper.CitationCount;
import health.consilium.content.paper.Paper.Journal;
import health.consilium.content.paper.Paper.Localized;
import health.consilium.content.paper.Paper.OpenAccess;
import health.consilium.content.paper.Paper.PublicationDate;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperJsonPapersTests {

    @Test
    void readsARecordBetweenOtherLines() {
        Paper paper = read("""
                I. Vandermolen, R. Okonjo
                {"title":"Running water","authors":"I. Vandermolen, R. Okonjo","doi":"10.5555/RUN.1","journal":{"name":"First Aid","volume":" ","issue":"","pages":null},"publicationTypes":"Journal Article,Review","isOpenAccess":false,"openAccessPdf":"","citationCount":"1","platform":"Semanticscholar","TitleCN":"水"}
                Abstract
                Cooling matters.""");

        assertThat(paper.doi()).isEqualTo("10.5555/run.1");
        assertThat(paper.authors()).containsExactly(new Author("I. Vandermolen", 1), new Author("R. Okonjo", 2));
        assertThat(paper.journal()).isEqualTo(new Journal("First Aid", null, null, null));
        assertThat(paper.publicationTypes()).containsExactly("Journal Article", "Review");
        assertThat(paper.openAccess()).isEqualTo(new OpenAccess(false, null));
        assertThat(paper.citationCount()).isEqualTo(new CitationCount(1, "Semantic Scholar", null));
        assertThat(paper.localized()).containsExactly(new Localized("zh", "水", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "0.0", "0"})
    void takesPlaceholdersForUnknown(String value) {
        Paper paper = read("""
                {"title":"A","doi":%1$s,"abstract":%1$s,"authors":%1$s,"journal":{"name":%1$s},"citationCount":%1$s,
                 "publicationDate":%1$s,"PMCID":%1$s,"openAccessPdf":%1$s,"fieldsOfStudy":%1$s,"TitleCN":%1$s}
                """.formatted(value));

        assertThat(paper.doi()).isNull();
        assertThat(paper.summary()).isNull();
        assertThat(paper.authors()).isEmpty();
        assertThat(paper.journal()).isNull();
        assertThat(paper.citationCount()).isNull();
        assertThat(paper.publishedOn()).isNull();
        assertThat(paper.identifiers().pmcid()).isNull();
        assertThat(paper.openAccess()).isNull();
        assertThat(paper.fields()).isEmpty();
        assertThat(paper.localized()).isEmpty();
    }

    @Test
    void takesAWrittenZeroForACount() {
        assertThat(read("{\"title\":\"A\",\"citationCount\":\"0\"}").citationCount())
                .isEqualTo(new CitationCount(0, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2021-01-01, year",
        "2021, 2021-01-01, year",
        "2021-05, 2021-05-01, month",
        "2021-05-01, 2021-05-01, day",
        "2021-01-02, 2021-01-02, day"
    })
    void tellsHowPreciseADateIs(String written, String date, String precision) {
        Paper paper = read("{\"title\":\"A\",\"publicationDate\":\"%s\"}".formatted(written));

        assertThat(paper.publishedOn()).isEqualTo(new PublicationDate(LocalDate.parse(date), precision));
    }

    @Test
    void findsTheDoiInAnAddress() {
        assertThat(read("{\"title\":\"A\",\"ListUrlMain\":\"https://doi.org/10.5555/Run.2\"}")
                        .doi())
                .isEqualTo("10.5555/run.2");
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/b.pdf, https://a.example/b.pdf", "javascript:a(),", "b.pdf,"})
    void takesOnlyAWebAddressForAPdf(String written, @Nullable String pdf) {
        Paper paper = read("{\"title\":\"A\",\"isOpenAccess\":true,\"openAccessPdf\":\"%s\"}".formatted(written));

        assertThat(paper.openAccess()).isEqualTo(new OpenAccess(true, pdf));
    }

    @ParameterizedTest
    @CsvSource({"no json here, no JSON object", "'{\"title\":', not valid JSON", "'{\"doi\":\"10.5555/a\"}', no title"})
    void saysWhyARecordIsRefused(String record, String reason) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> read(record)).withMessageContaining(reason);
    }

    private static Paper read(String record) {
        return PaperJsonPapers.read(record.getBytes(StandardCharsets.UTF_8));
    }
}
