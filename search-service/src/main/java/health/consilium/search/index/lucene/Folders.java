package health.consilium.search.index.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * The folders of generations, {@code generation-1} and so on, and the file {@code live} that names the one in use. What
 * else lies there was left by a process that ended too early.
 */
final class Folders {

    private static final String PREFIX = "generation-";
    private static final String LIVE = "live";

    private final Path root;
    private final FSDirectory lockFolder;
    private final Lock lock;
    private Folder live;
    private long last;

    private Folders(Path root, FSDirectory lockFolder, Lock lock) throws IOException {
        this.root = root;
        this.lockFolder = lockFolder;
        this.lock = lock;
        this.live = findLive();
        this.last = live.number();
        moveOlderLayout();
        makeLive(live);
        deleteOthers();
    }

    /** Takes the folder for this process alone. */
    static Folders open(Path root) throws IOException {
        FSDirectory folder = FSDirectory.open(Files.createDirectories(root));
        try {
            return new Folders(root, folder, folder.obtainLock(IndexWriter.WRITE_LOCK_NAME));
        } catch (LockObtainFailedException inUse) {
            folder.close();
            throw new IllegalStateException(
                    "Another running search-service uses the index folder " + root
                            + ". Give each its own consilium.search.directory.",
                    inUse);
        }
    }

    Folder live() {
        return live;
    }

    /** A new, empty folder. */
    Folder next() throws IOException {
        Folder next = folder(++last);
        delete(next);
        return next;
    }

    /** Names the folder in use from now on, in one step that a crash can't tear. */
    void makeLive(Folder folder) throws IOException {
        Files.createDirectories(folder.path());
        Path written = root.resolve(LIVE + ".new");
        Files.writeString(written, PREFIX + folder.number(), UTF_8);
        IOUtils.fsync(written, false);
        Files.move(written, root.resolve(LIVE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(root, true);
        live = folder;
    }

    void delete(Folder folder) throws IOException {
        IOUtils.rm(folder.path());
    }

    void close() throws IOException {
        lock.close();
        lockFolder.close();
    }

    private Folder findLive() throws IOException {
        Path named = root.resolve(LIVE);
        return Files.exists(named) ? folder(Files.readString(named, UTF_8).strip()) : folder(1);
    }

    /** An index used to lie in the root itself. A move that was torn goes on here. */
    private void moveOlderLayout() throws IOException {
        if (Files.exists(root.resolve(LIVE))) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(root)) {
            files = all.filter(
                            file -> IndexFolder.isOfTheIndex(file.getFileName().toString()))
                    .toList();
        }
        Files.createDirectories(live.path());
        for (Path file : files) {
            Files.move(file, live.path().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void deleteOthers() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            List<Path> others = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> !path.equals(live.path()))
                    .toList();
            IOUtils.rm(others.toArray(Path[]::new));
        }
    }

    private Folder folder(String name) {
        return folder(Long.parseLong(name.substring(PREFIX.length())));
    }

    private Folder folder(long number) {
        return new Folder(number, root.resolve(PREFIX + number));
    }

    /** The folder of one generation. */
    record Folder(long number, Path path) {}
}
