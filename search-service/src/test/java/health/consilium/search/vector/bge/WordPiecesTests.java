package health.consilium.search.vector.bge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers are those of the tokenizer that the model was published with. */
class WordPiecesTests {

    private static final int ENOUGH = 512;

    private static WordPieces wordPieces;

    @BeforeAll
    static void readVocabulary() throws IOException {
        String name = "/bge-small-en-v1.5-q-tokenizer.json";
        try (InputStream tokenizer = Objects.requireNonNull(WordPiecesTests.class.getResourceAsStream(name))) {
            wordPieces = WordPieces.read(tokenizer);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What are the symptoms of Glaucoma?            | 101 2054 2024 1996 8030 1997 1043 17298 9006 2050 1029 102
                    Sjögren's syndrome: naïve café                | 101 1055 5558 13565 1005 1055 8715 1024 15743 7668 102
                    x-ray\u00ADtherapy\u200B (β-blockers, 5% w/v) $12 | 101 1060 1011 4097 20900 1006 1156 1011 3796 2545 1010 1019 1003 1059 1013 1058 1007 1002 2260 102
                    Ménière’s disease — “vertigo”                 | 101 2273 21253 1521 1055 4295 1517 1523 28246 1524 102
                    頭痛 and fever                                 | 101 100 100 1998 9016 102
                    pneumonoultramicroscopicsilicovolcanoconiosis | 101 1052 2638 2819 17175 11314 6444 2594 7352 26461 27572 11261 6767 15472 6761 8663 10735 2483 102
                    ☃ \uD83D\uDE00 snow                           | 101 100 100 4586 102
                    """)
    void splitsWordsAsTheModelLearntThem(String text, String numbers) {
        assertThat(ids(text)).isEqualTo(numbers);
    }

    @Test
    void takesAnyWhitespaceForSpacesAndDropsOtherControls() {
        assertThat(ids("tab\tnew\nline\u00A0nbsp\u000Bvt"))
                .isEqualTo("101 21628 2047 2240 1050 5910 2361 2615 2102 102");
    }

    @Test
    void knowsNoWordOfMoreThanAHundredCharacters() {
        assertThat(ids("a".repeat(101))).isEqualTo("101 100 102");
    }

    @Test
    void keepsStartAndEndOfNothing() {
        assertThat(ids("")).isEqualTo("101 102");
    }

    @Test
    void cutsLongTextsBeforeTheEnd() {
        long[] ids = wordPieces.ids("glaucoma ".repeat(100), 6);

        assertThat(ids).containsExactly(101, 1043, 17298, 9006, 2050, 102);
    }

    private static String ids(String text) {
        StringBuilder numbers = new StringBuilder();
        for (long id : wordPieces.ids(text, ENOUGH)) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(id);
        }
        return numbers.toString();
    }
}
