package health.consilium.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A caller's body on its way to a service; tells whether it was the caller's side that broke. */
final class RequestBody {

    private final HttpServletRequest request;
    private volatile boolean broken;

    private RequestBody(HttpServletRequest request) {
        this.request = request;
    }

    static RequestBody of(HttpServletRequest request) {
        return new RequestBody(request);
    }

    boolean isPresent() {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    boolean isBroken() {
        return broken;
    }

    InputStream open() throws IOException {
        return new FilterInputStream(request.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (IOException failure) {
                    broken = true;
                    throw failure;
                }
            }
        };
    }
}
