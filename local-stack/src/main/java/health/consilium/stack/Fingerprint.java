package health.consilium.stack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** A short checksum for names of things that must be made anew when their ingredients change. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of the text of all ingredients, in order. */
    public static String of(Object... ingredients) {
        return of(List.of(ingredients).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of the bytes. */
    public static String of(byte[] content) {
        return name(sha256().digest(content));
    }

    /** Of a file's content. */
    public static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(file);
                OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        }
        return name(digest.digest());
    }

    /** Of a class path: the names and the checksums of its files. */
    public static String ofClassPath(String classPath) throws IOException {
        StringBuilder files = new StringBuilder();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path file = Path.of(entry);
            files.append(file)
                    .append(' ')
                    .append(Files.isRegularFile(file) ? checksum(file) : 0)
                    .append('\n');
        }
        return of(files.toString());
    }

    /** Much faster than a digest, and as good against accidents. */
    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream content = Files.newInputStream(file)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                checksum.update(buffer, 0, length);
            }
        }
        return checksum.getValue();
    }

    /** Of a zip's or jar's content by the checksums in its directory, which reads far less than all of it. */
    public static String ofArchive(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String directory = zip.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc())
                    .collect(Collectors.joining("\n"));
            return of(directory.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String name(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
