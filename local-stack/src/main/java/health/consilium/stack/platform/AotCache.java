package health.consilium.stack.platform;

import health.consilium.stack.Fingerprint;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM's start-up cache of one program: its name carries everything it depends on, because the JVM itself ignores a
 * cache of other flags silently and accepts some stale ones.
 */
record AotCache(Path file) {
    static AotCache of(Path folder, String name, String program, List<String> flags) throws IOException {
        String key =
                Fingerprint.of(program, flags, System.getProperty("java.vm.version"), System.getProperty("os.arch"));
        Files.createDirectories(folder);
        AotCache cache = new AotCache(folder.resolve(name + "-" + key + ".aot"));
        cache.deleteOthers(folder, name);
        return cache;
    }

    /** Whether the program's next run has to write it. */
    boolean isMissing() {
        return !Files.exists(file);
    }

    List<String> flags() {
        return List.of((isMissing() ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + file, "-Xlog:aot*=error,cds*=error");
    }

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
