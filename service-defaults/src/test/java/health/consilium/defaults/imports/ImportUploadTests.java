package health.consilium.defaults.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemType;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportUploadTests {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void takesABodyAsOneDocument() throws IOException {
        assertThat(read("# Title\n\nText\n".getBytes(UTF_8), false)).containsExactly("1 document=# Title\n\nText\n");
    }

    @Test
    void takesEachLineThatIsNotBlank() throws IOException {
        byte[] body = "{\"a\":1}\r\n\r\n  \n{\"b\":\"ü\"}\n\n{\"c\":3}".getBytes(UTF_8);

        assertThat(read(body, true))
                .containsExactly("1 line 1={\"a\":1}", "2 line 4={\"b\":\"ü\"}", "3 line 6={\"c\":3}");
    }

    @Test
    void takesTheFilesOfAZip() throws IOException {
        byte[] body = zip("notes/", "", "notes/a.md", "A", "notes/sub/b.md", "B");

        assertThat(read(body, false)).containsExactly("1 notes/a.md=A", "2 notes/sub/b.md=B");
    }

    @Test
    void takesTheFilesOfATar() throws IOException {
        assertThat(read(tar("./a.md", "A", "sub/b.md", "B"), false)).containsExactly("1 ./a.md=A", "2 sub/b.md=B");
    }

    @Test
    void takesEachLineOfTheFilesInAnArchive() throws IOException {
        String[] files = {"empty.ndjson", "", "a.ndjson", "\uFEFF{}\n\n[]\n", "sub/b.ndjson", "7"};

        assertThat(read(zip(files), true))
                .containsExactly("1 a.ndjson: line 1={}", "2 a.ndjson: line 3=[]", "3 sub/b.ndjson: line 1=7")
                .isEqualTo(read(gzip(tar(files)), true));
    }

    @Test
    void opensAnythingThatIsGzipped() throws IOException {
        assertThat(read(gzip(tar("a.md", "A")), false)).containsExactly("1 a.md=A");
        assertThat(read(gzip(zip("a.md", "A")), false)).containsExactly("1 a.md=A");
        assertThat(read(gzip("{}\n[]\n".getBytes(UTF_8)), true)).containsExactly("1 line 1={}", "2 line 2=[]");
        assertThat(read(gzip("text".getBytes(UTF_8)), false)).containsExactly("1 document=text");
    }

    @Test
    void leavesOutWhatIsHidden() throws IOException {
        String[] files = {".DS_Store", "x", "a/._b.md", "x", "__MACOSX/a/b.md", "x", ".git/config", "x", "a/b.md", "B"};

        assertThat(read(zip(files), false)).containsExactly("1 a/b.md=B");
        assertThat(read(tar(files), false)).containsExactly("1 a/b.md=B");
    }

    @Test
    void leavesOutLinksAndFolders() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(new TarArchiveEntry("folder/"));
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("symbolic", TarConstants.LF_SYMLINK));
            tar.closeArchiveEntry();
            tar.putArchiveEntry(new TarArchiveEntry("hard", TarConstants.LF_LINK));
            tar.closeArchiveEntry();
        }

        assertThat(read(bytes.toByteArray(), false)).isEmpty();
    }

    @Test
    void keepsEmptyFilesSoThatTheyAreReported() throws IOException {
        assertThat(read(zip("empty.md", ""), false)).containsExactly("1 empty.md=");
    }

    @Test
    void dropsByteOrderMarks() throws IOException {
        assertThat(read("\uFEFF{}\n\uFEFF".getBytes(UTF_8), true)).contains("1 line 1={}");
        assertThat(read("\uFEFF---\n".getBytes(UTF_8), false)).containsExactly("1 document=---\n");
        assertThat(read(zip("a.md", "\uFEFFA"), false)).containsExactly("1 a.md=A");
    }

    @Test
    void keepsTextThatOnlyBeginsLikeAnArchive() throws IOException {
        assertThat(read("PKU is rare".getBytes(UTF_8), false)).containsExactly("1 document=PKU is rare");
    }

    @Test
    void makesNamesFitToBeStoredAndShown() throws IOException {
        List<String> names = read(zip("a\u0000b\n.md", "A", "x".repeat(600) + ".md", "B"), false);

        assertThat(names.getFirst()).isEqualTo("1 a b .md=A");
        assertThat(names.getLast()).hasSizeLessThan(510).contains("\u2026");
    }

    @Test
    void findsNothingInAnEmptyBody() throws IOException {
        assertThat(read(new byte[0], true)).isEmpty();
        assertThat(read(new byte[0], false)).isEmpty();
        assertThat(read("\n \r\n".getBytes(UTF_8), true)).isEmpty();
        assertThat(read(zip(), false)).isEmpty();
        assertThat(read(gzip(new byte[0]), false)).isEmpty();
    }

    @Test
    void endsAfterTheLastRecord() throws IOException {
        ImportUpload upload = ImportUpload.open(new ByteArrayInputStream("a".getBytes(UTF_8)), true);
        upload.next();

        assertThat(upload.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(upload::next);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesARecordThatIsTooLarge(boolean lines) throws IOException {
        byte[] large = new byte[8 * MEBIBYTE + 1];
        Arrays.fill(large, (byte) 'x');

        assertRefused(large, lines, ProblemTypes.PAYLOAD_TOO_LARGE);
        assertRefused(gzip(large), lines, ProblemTypes.PAYLOAD_TOO_LARGE);
        assertRefused(zip("a.md", new String(large, UTF_8)), lines, ProblemTypes.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesAnArchiveThatUnpacksToTooMuch() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int i = 0; i < 65; i++) {
                zip.putNextEntry(new ZipEntry("file-" + i));
                zip.write(new byte[8 * MEBIBYTE]);
            }
        }

        assertRefused(bytes.toByteArray(), false, ProblemTypes.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusesAnUploadThatEndsEarly() throws IOException {
        String text = "a text that does not compress to nothing at all 0123456789";
        for (byte[] whole : List.of(zip("a.md", text), gzip(text.getBytes(UTF_8)), gzip(tar("a.md", text)))) {
            byte[] cut = Arrays.copyOf(whole, whole.length / 2);

            assertRefused(cut, false, ProblemTypes.INVALID_REQUEST);
        }
    }

    @Test
    void survivesAnyBrokenByte() throws IOException {
        for (byte[] whole : List.of(zip("a.md", "text"), tar("a.md", "text"), gzip(tar("a.md", "text")))) {
            for (int i = 0; i < Math.min(whole.length, 700); i++) {
                byte[] broken = whole.clone();
                broken[i] ^= (byte) 0xff;

                assertReadOrRefused(broken);
            }
        }
    }

    private static void assertReadOrRefused(byte[] body) throws IOException {
        try {
            assertThat(read(body, true)).hasSizeLessThan(20);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isIn(ProblemTypes.INVALID_REQUEST, ProblemTypes.PAYLOAD_TOO_LARGE);
        }
    }

    private static void assertRefused(byte[] body, boolean lines, ProblemType type) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(body, lines))
                .returns(type, ProblemException::type);
    }

    private static List<String> read(byte[] body, boolean lines) throws IOException {
        var records = new ArrayList<String>();
        ImportUpload.open(new ByteArrayInputStream(body), lines)
                .forEachRemaining(record ->
                        records.add(record.number() + " " + record.name() + "=" + new String(record.content(), UTF_8)));
        return records;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A zip of files: name, content, name, content. */
    private static byte[] zip(String... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A tar of files: name, content, name, content. */
    private static byte[] tar(String... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < files.length; i += 2) {
                byte[] content = files[i + 1].getBytes(UTF_8);
                var entry = new TarArchiveEntry(files[i]);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
