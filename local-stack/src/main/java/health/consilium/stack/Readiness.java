package health.consilium.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a server answers, or knows early that it never will. */
public final class Readiness {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private Readiness() {}

    /** True once the probe says yes; false when the process has ended or the time is over. */
    public static boolean await(ProcessHandle process, Duration limit, BooleanSupplier probe) {
        return await(() -> RunningProcess.lives(process), limit, probe);
    }

    /** The same of a server that is no process of this machine. */
    public static boolean await(BooleanSupplier lives, Duration limit, BooleanSupplier probe) {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            if (probe.getAsBoolean()) {
                return true;
            }
            if (!lives.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return false;
    }

    /** Whether something accepts connections on the loopback port. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a GET is answered with 200; costs little as long as nothing listens. */
    public static boolean answers(URI uri) {
        if (!accepts(uri.getPort())) {
            return false;
        }
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return Http.CLIENT
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Made when something listens at last: a client is dear at the start of a JVM. */
    private static final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }
}
