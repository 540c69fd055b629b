package health.consilium.stack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTests {
    @TempDir
    private Path folder;

    @Test
    void sendsAFileAsItIs() throws IOException {
        Path lines = Files.writeString(folder.resolve("questions.ndjson"), "{}\n");

        try (Upload upload = Upload.of(lines)) {
            assertThat(upload.file()).isEqualTo(lines);
            assertThat(upload.contentType()).isEqualTo("application/x-ndjson");
        }
        assertThat(lines).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "papers.ndjson.gz, application/x-ndjson",
        "paper.json.gz, application/json",
        "page.md.gz, text/plain",
        "pages.tar.gz, application/gzip",
        "pages.tgz, application/gzip",
        "pages.zip, application/zip"
    })
    void saysWhatIsInsideOfACompressedFile(String name, String type) throws IOException {
        try (Upload upload = Upload.of(Files.writeString(folder.resolve(name), "any"))) {
            assertThat(upload.contentType()).isEqualTo(type);
            assertThat(upload.gzipped()).isFalse();
        }
    }

    @Test
    void packsAFolderAndCleansUp() throws IOException {
        Files.createDirectories(folder.resolve("heart"));
        Files.writeString(folder.resolve("heart/pressure.md"), "text");
        Files.writeString(folder.resolve("index.md"), "text");

        Path archive;
        try (Upload upload = Upload.of(folder)) {
            archive = upload.file();
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("heart/pressure.md", "index.md");
            }
        }
        assertThat(archive).doesNotExist();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Upload.of(folder.resolve("nothing")))
                .isInstanceOf(ServerFailure.class)
                .hasMessageEndingWith("can't be read: name a file or a folder.");
    }
}
