package health.consilium.stack.platform;

import health.consilium.stack.Fingerprint;
import health.consilium.stack.Folders;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A service's executable jar, unpacked once per build, so that it starts quickly and can have an AOT cache. */
record ServiceApp(String name, Path jar, String content, Path apps) {
    private static final List<String> FLAGS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // seven JVMs start at once here: their optimising compilers would take half of the processor
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** The executable jar that the build left in the module's target folder; the last one after a version bump. */
    static ServiceApp built(String name, String module, Path repository, Path apps) {
        Path target = repository.resolve(module).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            Path jar = StreamSupport.stream(jars.spliterator(), false)
                    .max(Comparator.comparingLong(found -> found.toFile().lastModified()))
                    .orElseThrow(() -> notBuilt(name, target));
            return new ServiceApp(name, jar, Fingerprint.ofArchive(jar), apps);
        } catch (IOException e) {
            throw notBuilt(name, target);
        }
    }

    /** The command that runs it, with the AOT cache if there is one. */
    JavaCommand command() throws IOException {
        Path unpacked = unpackOnce();
        return new JavaCommand(
                        FLAGS,
                        List.of("-jar", unpacked.resolve(jar.getFileName()).toString()))
                .withFlags(aotCache().flags());
    }

    /** Whether the next run writes the AOT cache. */
    boolean trains() throws IOException {
        return aotCache().isMissing();
    }

    Path folder() {
        return apps.resolve(name + "-" + content);
    }

    AotCache aotCache() throws IOException {
        return AotCache.of(apps, name, content, FLAGS);
    }

    private Path unpackOnce() throws IOException {
        Path folder = folder();
        if (Files.exists(folder)) {
            return folder;
        }
        deleteOlder();
        Path draft = apps.resolve(name + ".part");
        Folders.delete(draft);
        Path log = apps.resolve(name + ".unpack.log");
        JavaCommand unpack = new JavaCommand(
                List.of("-XX:TieredStopAtLevel=1", "-Djarmode=tools"),
                List.of("-jar", jar.toString(), "extract", "--destination", draft.toString()));
        if (!unpack.run(apps, log, Duration.ofMinutes(1))) {
            throw new ServerFailure("%s could not be unpacked from %s: %s says why.".formatted(name, jar, log));
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    private void deleteOlder() throws IOException {
        try (DirectoryStream<Path> older = Files.newDirectoryStream(Files.createDirectories(apps), name + "-*")) {
            for (Path folder : older) {
                boolean ours = folder.getFileName().toString().matches(name + "-[0-9a-f]{12}");
                if (ours && Files.isDirectory(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static ServerFailure notBuilt(String name, Path target) {
        return new ServerFailure(
                "%s is not built (no executable jar in %s): run ./mvnw package.".formatted(name, target));
    }
}
