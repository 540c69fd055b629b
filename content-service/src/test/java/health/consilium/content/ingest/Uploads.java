package health.consilium.content.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentApi.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Imports as an editor makes them, up to their end. */
final class Uploads {

    private final ContentApi editor;

    Uploads(ContentApi api) {
        this.editor = api.as("editor");
    }

    JsonNode document(String format, String document) {
        return upload(format, MediaType.TEXT_PLAIN, document.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode lines(String format, String lines) {
        return upload(format, MediaType.APPLICATION_NDJSON, lines.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode zip(String format, Map<String, byte[]> files) {
        return upload(format, MediaType.valueOf("application/zip"), zipped(files));
    }

    private JsonNode upload(String format, MediaType type, byte[] body) {
        Answer accepted = editor.upload("/api/v1/imports?format=" + format, type, body);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String job = String.valueOf(accepted.headers().getLocation());
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> editor.get(job).json(),
                        state -> state.get("state").asString().equals("completed"));
    }

    private static byte[] zipped(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
