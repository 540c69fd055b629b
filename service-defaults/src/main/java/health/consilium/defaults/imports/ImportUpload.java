package health.consilium.defaults.imports;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits an uploaded body into records: each line of NDJSON or the body as one document, and so with each file of a zip
 * or tar; gzip may be around any of them. What it is is told by its first bytes, and by the caller between a document
 * and lines.
 */
public final class ImportUpload implements Iterator<ImportRecord> {

    private static final Logger log = LoggerFactory.getLogger(ImportUpload.class);
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;
    private static final int MOST_RECORDS = 1_000_000;
    private static final long LARGEST_UNPACKED = 512L * 1024 * 1024;
    private static final int TAR_BLOCK = 512;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Source source;
    private int number;
    private long unpacked;
    private @Nullable ImportRecord next;

    private ImportUpload(Source source) {
        this.source = source;
    }

    /** Opens a body; {@code lines} says that a text is NDJSON, not one document. */
    public static ImportUpload open(InputStream body, boolean lines) throws IOException {
        try {
            BufferedInputStream plain = ungzip(new BufferedInputStream(body));
            byte[] start = peek(plain, TAR_BLOCK);
            if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
                return new ImportUpload(new Archive(new ZipArchiveInputStream(plain), lines));
            }
            if (TarArchiveInputStream.matches(start, start.length)) {
                return new ImportUpload(new Archive(new TarArchiveInputStream(plain), lines));
            }
            return new ImportUpload(lines ? new Lines(plain) : new Document(plain));
        } catch (ZipException | EOFException unreadable) {
            throw broken(unreadable);
        }
    }

    private static BufferedInputStream ungzip(BufferedInputStream body) throws IOException {
        boolean gzip = startsWith(peek(body, 2), 0x1f, 0x8b);
        return gzip ? new BufferedInputStream(new GZIPInputStream(body)) : body;
    }

    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] start = in.readNBytes(length);
        in.reset();
        return start;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
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
        ImportRecord record = Objects.requireNonNull(next);
        next = null;
        return record;
    }

    private @Nullable ImportRecord read() {
        Source.Part part = part();
        if (part == null) {
            return null;
        }
        unpacked += part.content().length;
        if (unpacked > LARGEST_UNPACKED || number == MOST_RECORDS) {
            throw tooLarge(
                    "An import unpacks to %d bytes and %d records at most.".formatted(LARGEST_UNPACKED, MOST_RECORDS));
        }
        return new ImportRecord(++number, ImportRecord.printable(part.name()), withoutMark(part.content()));
    }

    private Source.@Nullable Part part() {
        try {
            return source.next();
        } catch (ProblemException known) {
            throw known;
        } catch (IOException | RuntimeException unreadable) {
            throw broken(unreadable);
        }
    }

    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= 3 && Arrays.equals(content, 0, 3, BYTE_ORDER_MARK, 0, 3);
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    private static ProblemException broken(Exception cause) {
        log.debug("An upload could not be read", cause);
        return new ProblemException(
                ProblemTypes.INVALID_REQUEST,
                "The upload ends early, is encrypted, or is not the archive it claims to be.");
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

    /** The files of an archive; folders, links and whatever lies under a name with a leading dot are left out. */
    private static final class Archive implements Source {

        private final ArchiveInputStream<?> archive;
        private final boolean split;
        private String file = "";
        private @Nullable Lines lines;

        Archive(ArchiveInputStream<?> archive, boolean split) {
            this.archive = archive;
            this.split = split;
        }

        @Override
        public @Nullable Part next() throws IOException {
            Part line = lines == null ? null : lines.next();
            while (line == null && open()) {
                if (!split) {
                    return new Part(file, whole(archive));
                }
                lines = new Lines(new BufferedInputStream(archive));
                line = lines.next();
            }
            return line == null ? null : new Part(file + ": " + line.name(), line.content());
        }

        /** Goes on to the next file, if there is one. */
        private boolean open() throws IOException {
            ArchiveEntry entry = archive.getNextEntry();
            while (entry != null && !isRecord(entry)) {
                entry = archive.getNextEntry();
            }
            file = entry == null ? "" : entry.getName();
            return entry != null;
        }

        private static boolean isRecord(ArchiveEntry entry) {
            boolean link = entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink());
            return !entry.isDirectory() && !link && !isHidden(entry.getName());
        }

        private static boolean isHidden(String path) {
            return path.startsWith("__MACOSX/")
                    || Arrays.stream(path.split("/", -1))
                            .anyMatch(name -> name.startsWith(".") && !name.equals(".") && !name.equals(".."));
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
            while (content != null && new String(content, StandardCharsets.UTF_8).isBlank()) {
                content = readLine();
            }
            return content == null ? null : new Part("line " + line, content);
        }

        /** The bytes of one line without its end, {@code \n} or {@code \r\n}. */
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
            byte[] content = bytes.toByteArray();
            boolean carriage = content.length > 0 && content[content.length - 1] == '\r';
            return carriage ? Arrays.copyOf(content, content.length - 1) : content;
        }
    }
}
