package health.consilium.stack.client;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file to import; a temporary one is deleted when closed. */
public record Upload(Path file, String contentType, boolean gzipped, boolean temporary) implements AutoCloseable {
    /** The gateway takes 64 MiB. */
    private static final long LARGE = 60L << 20;

    /** The file as it is, a large text compressed, or a folder's files packed into one archive. */
    public static Upload of(Path path) {
        try {
            if (!Files.isReadable(path)) {
                throw new ServerFailure("%s can't be read: name a file or a folder.".formatted(path));
            }
            if (Files.isDirectory(path)) {
                return new Upload(pack(path), "application/zip", false, true);
            }
            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            String type = typeOf(name);
            return Files.size(path) > LARGE && isText(type) && !name.endsWith("gz")
                    ? new Upload(compress(path), type, true, true)
                    : new Upload(path, type, false, false);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be read: %s.".formatted(path, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            delete(file);
        }
    }

    /** What is inside of a compressed document or of lines; the receiver sees by itself that they are compressed. */
    private static String typeOf(String path) {
        String name = path.endsWith(".gz") && !path.endsWith(".tar.gz") ? path.substring(0, path.length() - 3) : path;
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return "application/x-ndjson";
        }
        if (name.endsWith(".json")) {
            return "application/json";
        }
        if (name.endsWith(".zip")) {
            return "application/zip";
        }
        if (name.endsWith(".tar")) {
            return "application/x-tar";
        }
        return name.endsWith(".tgz") || name.endsWith(".tar.gz") ? "application/gzip" : "text/plain";
    }

    private static boolean isText(String type) {
        return type.endsWith("json") || type.startsWith("text/");
    }

    private static Path pack(Path folder) throws IOException {
        Path archive = Files.createTempFile("consilium-import-", ".zip");
        try (Stream<Path> tree = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static Path compress(Path file) throws IOException {
        Path compressed = Files.createTempFile("consilium-import-", ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(file, out);
        }
        return compressed;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ServerFailure("%s can't be deleted.".formatted(file), e);
        }
    }
}
