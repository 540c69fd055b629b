package health.consilium.benchmarks.relevance.set;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The documents that a set is searched in, as they are imported. */
public record Corpus(Path path, DocumentForm form) {

    /** Hands over each document. */
    public void each(Consumer<CorpusDocument> consumer) {
        switch (form) {
            case QUESTIONS -> Line.each(path, line -> consumer.accept(RecordText.question(line)));
            case PAPERS -> Line.each(path, line -> consumer.accept(RecordText.paper(line)));
            case ARTICLES -> articles().forEach(file -> consumer.accept(RecordText.article(whole(file))));
        }
    }

    /** How many different documents it has. */
    public int size() {
        Set<String> ids = new HashSet<>();
        each(document -> ids.add(document.id()));
        return ids.size();
    }

    private List<Path> articles() {
        if (!Files.isDirectory(path)) {
            throw new MalformedSet("%s is no folder of articles.".formatted(path));
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line whole(Path file) {
        try {
            return new Line(file, 1, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
