package health.consilium.search.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NRTCachingDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the folder of one index for writing. */
final class IndexFolder {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private static final int SEGMENTS_PER_TIER = 4;

    /** Segments of a few changes are searched before they are written, and most are merged by then. */
    private static final double LARGEST_IN_MEMORY_MB = 4;

    private static final double MOST_IN_MEMORY_MB = 16;

    private IndexFolder() {}

    static IndexWriter open(Path path, Analyzer analysis, int bufferMegabytes) throws IOException {
        Directory folder = new NRTCachingDirectory(
                FSDirectory.open(Files.createDirectories(path)), LARGEST_IN_MEMORY_MB, MOST_IN_MEMORY_MB);
        if (!isUsable(folder)) {
            empty(folder);
        }
        try {
            return new IndexWriter(folder, config(analysis, bufferMegabytes));
        } catch (CorruptIndexException damaged) {
            log.error("The index is damaged and is built anew from Kafka.", damaged);
            empty(folder);
            return new IndexWriter(folder, config(analysis, bufferMegabytes));
        }
    }

    private static void empty(Directory folder) throws IOException {
        try (Lock mine = folder.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : folder.listAll()) {
                mine.ensureValid();
                if (isOfTheIndex(file)) {
                    folder.deleteFile(file);
                }
            }
        }
    }

    /** Whether a file is Lucene's, by its name. */
    static boolean isOfTheIndex(String file) {
        return IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()
                || file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
    }

    private static boolean isUsable(Directory folder) throws IOException {
        if (!DirectoryReader.indexExists(folder)) {
            return true;
        }
        try {
            boolean current =
                    CommitData.isCurrent(SegmentInfos.readLatestCommit(folder).getUserData());
            if (!current) {
                log.info("The index has an earlier format and is built anew from Kafka.");
            }
            return current;
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException unreadable) {
            log.error("The index can't be read and is built anew from Kafka.", unreadable);
            return false;
        }
    }

    private static IndexWriterConfig config(Analyzer analysis, int bufferMegabytes) {
        return new IndexWriterConfig(analysis)
                .setSimilarity(Searchers.RANKING)
                .setCodec(new VectorFormat())
                .setMergePolicy(fewSegments())
                .setRAMBufferSizeMB(bufferMegabytes)
                // a refresh never waits for a merge: small segments are merged in the background
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
    }

    /** Every term of a query is looked up in every segment, and there are more queries than changes. */
    private static MergePolicy fewSegments() {
        return new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER);
    }

    static long size(Directory folder) throws IOException {
        long size = 0;
        for (String file : folder.listAll()) {
            size += length(folder, file);
        }
        return size;
    }

    private static long length(Directory folder, String file) throws IOException {
        try {
            return folder.fileLength(file);
        } catch (java.io.FileNotFoundException | java.nio.file.NoSuchFileException mergedAway) {
            return 0;
        }
    }
}
