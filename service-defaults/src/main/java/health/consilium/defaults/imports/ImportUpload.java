package health.consilium.defaults.imports;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits an uploaded body into records: each line of NDJSON, each file of a zip or tar (gzip around any of them), or
 * the body as one document. What it is is told by its first bytes, and by the media type between a document and lines.
 */
public final class ImportUpload implements Iterator<ImportRecord> {

    private static final int LARGEST_RECORD = 8 * 1024 * 1024;
    private static final long LARGEST_UNPACKED = 512L * 1024 * 1024;

    private final Source source;
    private int number;
    private long unpacked;
    private @Nullable ImportRecord next;

    private ImportUpload(Source source) {
        this.source = source;
    }

    /** Opens a body; {@code lines} says that plain text is NDJSON, not one document. */
    public static ImportUpload open(InputStream body, boolean lines) throws IOException {
        BufferedInputStream plain = ungzip(new BufferedInputStream(body));
        byte[] start = peek(plain, 262);
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
            return new ImportUpload(new Archive(new ZipArchiveInputStream(plain)));
        }
        if (TarArchiveInputStream.matches(start, start.length)) {
            return new ImportUpload(new Archive(new TarArchiveInputStream(plain)));
        }
        return new ImportUpload(lines ? new Lines(plain) : new Document(plain));
    }

    private static BufferedInputStream ungzip(BufferedInputStream body) throws IOException {
        byte[] start = peek(body, 2);
        boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        return gzip ? new BufferedInputStream(new GZIPInputStream(body)) : body;
    }

    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] start = in.readNBytes(length);
        in.reset();
        return start;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public ImportRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ImportRecord record = java.util.Objects.requireNonNull(next);
        next = null;
        return record;
    }

    private @Nullable ImportRecord read() {
        try {
            Source.Part part = source.next();
            if (part == null) {
                return null;
            }
            unpacked += part.content().length;
            if (unpacked > LARGEST_UNPACKED) {
                throw tooLarge("An import unpacks to %d bytes at most.".formatted(LARGEST_UNPACKED));
            }
            return new ImportRecord(++number, part.name(), part.content());
        } catch (IOException unreadable) {
            throw new ProblemException(
                    ProblemTypes.INVALID_REQUEST, "The upload ends early or is not the archive it claims to be.");
        }
    }

    private static ProblemException tooLarge(String detail) {
        return new ProblemException(ProblemTypes.PAYLOAD_TOO_LARGE, detail);
    }

    private static byte[] whole(InputStream in) throws IOException {
        byte[] content = in.readNBytes(LARGEST_RECORD + 1);
        if (content.length > LARGEST_RECORD) {
            throw tooLarge("One record of an import has %d bytes at most.".formatted(LARGEST_RECORD));
        }
        return content;
    }

    private interface Source {

        @Nullable
        Part next() throws IOException;

        @SuppressWarnings("ArrayRecordComponent")
        record Part(String name, byte[] content) {}
    }

    private static final class Document implements Source {

        private final InputStream body;
        private boolean done;

        Document(InputStream body) {
            this.body = body;
        }

        @Override
        public @Nullable Part next() throws IOException {
            byte[] content = done ? new byte[0] : whole(body);
            done = true;
            return content.length == 0 ? null : new Part("document", content);
        }
    }

    private static final class Archive implements Source {

        private final ArchiveInputStream<?> archive;

        Archive(ArchiveInputStream<?> archive) {
            this.archive = archive;
        }

        @Override
        public @Nullable Part next() throws IOException {
            ArchiveEntry entry = archive.getNextEntry();
            while (entry != null && (entry.isDirectory() || hidden(entry.getName()))) {
                entry = archive.getNextEntry();
            }
            return entry == null ? null : new Part(entry.getName(), whole(archive));
        }

        private static boolean hidden(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return name.startsWith(".") || path.startsWith("__MACOSX/");
        }
    }

    private static final class Lines implements Source {

        private final InputStream body;
        private int line;

        Lines(InputStream body) {
            this.body = body;
        }

        @Override
        public @Nullable Part next() throws IOException {
            byte[] content = readLine();
            while (content != null && new String(content, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                content = readLine();
            }
            return content == null ? null : new Part("line " + line, content);
        }

        private byte @Nullable [] readLine() throws IOException {
            var bytes = new ByteArrayOutputStream(1024);
            int next = body.read();
            if (next < 0) {
                return null;
            }
            line++;
            for (; next >= 0 && next != '\n'; next = body.read()) {
                bytes.write(next);
                if (bytes.size() > LARGEST_RECORD) {
                    throw tooLarge("One line of an import has %d bytes at most.".formatted(LARGEST_RECORD));
                }
            }
            return bytes.toByteArray();
        }
    }
}
