package health.consilium.search.index.lucene;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies an index folder in use as a process that is killed now leaves it. */
final class KilledProcess extends SimpleFileVisitor<Path> {

    private final Path source;
    private final Path target;

    private KilledProcess(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** All but the locks, which end with the process. */
    static Path copy(Path source, Path target) throws IOException {
        KilledProcess left = new KilledProcess(source, target);
        Files.walkFileTree(source, left);
        return left.target;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(copyOf(folder));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.endsWith("write.lock")) {
            return FileVisitResult.CONTINUE;
        }
        try {
            Files.copy(file, copyOf(file));
            return FileVisitResult.CONTINUE;
        } catch (NoSuchFileException gone) {
            return visitFileFailed(file, gone);
        }
    }

    /** A merge in the background deletes files that no commit knows of. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private Path copyOf(Path path) {
        return target.resolve(source.relativize(path));
    }
}
