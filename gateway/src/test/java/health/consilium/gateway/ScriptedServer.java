package health.consilium.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that does to a connection exactly what a test says, well-formed or not; asked whether it is ready, it says
 * yes, and counts no request.
 */
public final class ScriptedServer {

    private static final Script READY = writes("HTTP/1.1 200 OK\nConnection: close\nContent-Length: 2\n\n{}");

    private final ServerSocket socket;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Script script = (number, out) -> {};

    private ScriptedServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Starts one on any free port. */
    public static ScriptedServer start() {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Starts one at this address. */
    public static ScriptedServer start(InetSocketAddress address) {
        try {
            var server = new ScriptedServer(new ServerSocket(address.getPort(), 50, address.getAddress()));
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    /** Stops listening; what it has begun goes on. */
    public void stop() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How many requests it has read since the last script was set. */
    public int requests() {
        return requests.get();
    }

    /** What it does after each request's head; afterwards the connection is closed. */
    public void does(Script next) {
        requests.set(0);
        script = next;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = readHead(connection.getInputStream());
            if (head.startsWith("GET /actuator/health/readiness ")) {
                READY.run(0, connection.getOutputStream());
            } else if (!head.isEmpty()) {
                script.run(requests.incrementAndGet(), connection.getOutputStream());
            }
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            // the test looks at the caller's end
        }
    }

    /** Empty if the connection was closed before its end. */
    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** What to write for the request of this number, counted from 1. */
    @FunctionalInterface
    public interface Script {
        void run(int number, OutputStream out) throws IOException;
    }

    /** A script that writes this text, with {@code \n} as line ends. */
    public static Script writes(String text) {
        return (number, out) -> out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
