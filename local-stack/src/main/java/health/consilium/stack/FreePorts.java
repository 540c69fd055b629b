package health.consilium.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ports that nobody listens on, claimed for this JVM until it ends, so that no other one that asks here gets them
 * before the server listens. They lie below those that systems give to outgoing connections.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    /** Kept for good: the system drops all locks of a process on a file when it closes the file anywhere. */
    private static @Nullable FileChannel claims;

    private FreePorts() {}

    /** So many different ports; none is given twice. */
    public static synchronized List<Integer> take(int count) {
        List<Integer> taken = new ArrayList<>();
        int start = ThreadLocalRandom.current().nextInt(COUNT);
        for (int i = 0; i < COUNT && taken.size() < count; i++) {
            int port = FIRST + (start + i) % COUNT;
            if (claim(port)) {
                taken.add(port);
            }
        }
        if (taken.size() < count) {
            throw new ServerFailure("No free port is left from %d on.".formatted(FIRST));
        }
        return List.copyOf(taken);
    }

    /** A port is claimed by a lock on the byte of its number; who claims one that is in use keeps it from others, too. */
    private static boolean claim(int port) {
        try {
            FileLock lock = claims().tryLock(port, 1, false);
            return lock != null && isFree(port);
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Ports can't be claimed in " + CacheFolder.root(), e);
        }
    }

    private static FileChannel claims() throws IOException {
        if (claims == null) {
            claims = FileChannel.open(
                    CacheFolder.of("locks").resolve("ports"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        return claims;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
