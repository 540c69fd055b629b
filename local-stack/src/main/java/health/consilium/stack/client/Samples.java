package health.consilium.stack.client;

import health.consilium.stack.Fingerprint;
import health.consilium.stack.Folders;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The original sample content, imported once per data folder through the gateway like any other content. */
public final class Samples {
    private final Imports imports;
    private final Path marker;

    /** The marker remembers which samples the data has. */
    public Samples(Imports imports, Path marker) {
        this.imports = imports;
        this.marker = marker;
    }

    /** Imports what is new or changed; the consumer hears what was loaded. */
    public void loadOnce(Consumer<String> progress) {
        try {
            Path copy = Files.createTempDirectory("consilium-samples-");
            try {
                unpack(copy);
                load(copy, progress);
            } finally {
                Folders.delete(copy);
            }
        } catch (IOException | URISyntaxException e) {
            throw new ServerFailure("The sample content could not be read.", e);
        }
    }

    private void load(Path samples, Consumer<String> progress) throws IOException {
        String version = describe(samples);
        if (Files.exists(marker) && Files.readString(marker).equals(version)) {
            return;
        }
        importOne("front-matter", samples.resolve("articles"), "articles", progress);
        importOne("paper-json", samples.resolve("papers.ndjson"), "papers", progress);
        importOne(Imports.QUESTIONS, samples.resolve("questions.ndjson"), "questions", progress);
        Files.writeString(marker, version);
    }

    private void importOne(String format, Path path, String name, Consumer<String> progress) {
        try (Upload upload = Upload.of(path)) {
            ImportJob job = imports.run(format, upload, ignored -> {});
            if (!job.rejected().isEmpty()) {
                ImportJob.Rejected first = job.rejected().getFirst();
                throw new ServerFailure(
                        "The sample %s were not all taken: %s: %s".formatted(name, first.record(), first.reason()));
            }
            progress.accept("%d %s".formatted(job.total(), name));
        }
    }

    private static String describe(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            StringBuilder contents = new StringBuilder();
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                contents.append(folder.relativize(file)).append(Fingerprint.ofFile(file));
            }
            return Fingerprint.of(contents.toString());
        }
    }

    private static void unpack(Path target) throws IOException, URISyntaxException {
        URL here =
                Objects.requireNonNull(Samples.class.getResource("/samples"), "local-stack was built without samples");
        URI uri = here.toURI();
        if (uri.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                copy(jar.getPath("/samples"), target);
            }
        } else {
            copy(Path.of(uri), target);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
