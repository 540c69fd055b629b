package health.consilium.defaults.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request whose body was read once, so that it can be compared with an earlier one and still be handled. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final byte[] fingerprint;

    BufferedRequest(HttpServletRequest request) throws IOException {
        super(request);
        this.body = request.getInputStream().readAllBytes();
        this.fingerprint = fingerprint(request, body);
    }

    /** SHA-256 over path, query and body. */
    byte[] fingerprint() {
        return fingerprint;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("a buffered body is read synchronously");
            }
        };
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        MessageDigest digest = digest();
        String target = request.getRequestURI() + "?" + request.getQueryString() + "\n";
        digest.update(target.getBytes(StandardCharsets.UTF_8));
        return digest.digest(body);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
