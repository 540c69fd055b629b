package health.consilium.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A lock on a file between processes, gone when its process ends; the threads of one JVM hold it together. */
public final class ProcessLock {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    /** One for each file, because the system drops all locks of a process when it closes the file anywhere. */
    private static final Map<Path, ProcessLock> KNOWN = new ConcurrentHashMap<>();

    private final Path file;
    private @Nullable FileChannel channel;
    private int holders;

    private ProcessLock(Path file) {
        this.file = file;
    }

    /** The lock on this file, which is created when it is first held. */
    public static ProcessLock on(Path file) {
        return KNOWN.computeIfAbsent(file.toAbsolutePath().normalize(), ProcessLock::new);
    }

    /** Waits so long for other processes; each success needs its own release. */
    public boolean acquire(Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!tryAcquire()) {
            if (!Instant.now().isBefore(end) || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return true;
    }

    /** Gives back what one acquire got. */
    public synchronized void release() {
        holders--;
        if (holders == 0) {
            closeChannel();
        }
    }

    /** Whether another process holds it now. */
    public boolean isTakenElsewhere() {
        if (!Files.exists(file)) {
            return false;
        }
        boolean mine = acquire(Duration.ZERO);
        if (mine) {
            release();
        }
        return !mine;
    }

    private synchronized boolean tryAcquire() {
        if (holders == 0 && !lockFile()) {
            return false;
        }
        holders++;
        return true;
    }

    private boolean lockFile() {
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // somebody in this JVM locks the file by other means
        } catch (IOException e) {
            throw new ServerFailure("%s can't be locked.".formatted(file), e);
        }
        closeChannel();
        return false;
    }

    private void closeChannel() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new ServerFailure("%s can't be unlocked.".formatted(file), e);
        } finally {
            channel = null;
        }
    }
}
