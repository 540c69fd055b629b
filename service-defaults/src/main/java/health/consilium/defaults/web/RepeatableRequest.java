package health.consilium.defaults.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * A request whose body was read once, so that it can be compared with an earlier one and handled without waiting for
 * its sender. A large body lies in a temporary file until the request is closed.
 */
final class RepeatableRequest extends HttpServletRequestWrapper implements Closeable {

    private static final int MOST_IN_MEMORY = 1024 * 1024;

    private final DeferredFileOutputStream body;
    private final byte[] fingerprint;

    RepeatableRequest(HttpServletRequest request) throws IOException {
        super(request);
        MessageDigest digest = digest();
        String target = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        digest.update(target.getBytes(StandardCharsets.UTF_8));
        this.body = DeferredFileOutputStream.builder()
                .setThreshold(MOST_IN_MEMORY)
                .setPrefix("consilium-body-")
                .get();
        try (body) {
            new DigestInputStream(request.getInputStream(), digest).transferTo(body);
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
        this.fingerprint = digest.digest();
    }

    /** SHA-256 over path, query and body. */
    byte[] fingerprint() {
        return fingerprint;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new StoredInput(body.toInputStream());
    }

    /** Deletes the temporary file, where there is one. */
    @Override
    public void close() throws IOException {
        Path file = body.getPath();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    private static final class StoredInput extends ServletInputStream {

        private final InputStream bytes;
        private boolean finished;

        StoredInput(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return noted(bytes.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return noted(bytes.read(target, offset, length));
        }

        private int noted(int result) {
            finished |= result < 0;
            return result;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a stored body is read synchronously");
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
