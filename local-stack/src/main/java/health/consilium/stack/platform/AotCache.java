package health.consilium.stack.platform;

import health.consilium.stack.Fingerprint;
import health.consilium.stack.JavaCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JVM's start-up cache of one program: its name carries everything it depends on, because the JVM itself ignores a
 * cache of other flags silently and accepts some stale ones. It is written aside, and put in place by {@link #keep} when
 * the program has ended as it should.
 */
record AotCache(Path file) {
    private static final String DRAFT = ".part";

    static AotCache of(Path folder, String name, String program, List<String> flags) throws IOException {
        String key = Fingerprint.of(program, flags, JavaCommand.jvm());
        Files.createDirectories(folder);
        AotCache cache = new AotCache(folder.resolve(name + "-" + key + ".aot"));
        cache.deleteOthers(folder, name);
        return cache;
    }

    /** Puts in place what the program has written at its end; does nothing if it wrote nothing. */
    static void keep(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, name + "-*.aot" + DRAFT)) {
            for (Path draft : drafts) {
                String finished = draft.getFileName().toString().replace(DRAFT, "");
                Files.move(draft, draft.resolveSibling(finished), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Whether the program's next run has to write it. */
    boolean isMissing() {
        return !Files.exists(file);
    }

    List<String> flags() {
        return List.of(
                isMissing() ? "-XX:AOTCacheOutput=" + draft() : "-XX:AOTCache=" + file, "-Xlog:aot*=error,cds*=error");
    }

    private Path draft() {
        return file.resolveSibling(file.getFileName() + DRAFT);
    }

    /** Also a draft that a broken off run left behind. */
    private void deleteOthers(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> caches = Files.newDirectoryStream(folder, name + "-*.aot*")) {
            for (Path other : caches) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }
}
