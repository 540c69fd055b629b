package health.consilium.gateway.route;

import health.consilium.defaults.problem.Problems;
import health.consilium.gateway.fallback.UpstreamFailures;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.coyote.CloseNowException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A service's answer on its way to the caller; event streams are flushed as they arrive.
 *
 * <p>When the service breaks off, the caller gets a problem if nothing was sent yet, else a broken connection: never a
 * short body that looks whole. When the caller is gone, the connection to the service is closed, not drained.
 */
final class UpstreamResponse implements ServerResponse {

    private static final int BUFFER = 16 * 1024;

    private final HttpUriRequestBase call;
    private final ClassicHttpResponse answer;
    private final Problems problems;
    private final HttpHeaders headers = new HttpHeaders();
    private byte[] start = {};
    private boolean ended;

    UpstreamResponse(HttpUriRequestBase call, ClassicHttpResponse answer, Problems problems) {
        this.call = call;
        this.answer = answer;
        this.problems = problems;
    }

    /** Takes in a body that is no longer than this before the caller gets any of it, so that it is whole or fails here. */
    void readAhead(DataSize most) throws IOException {
        HttpEntity body = answer.getEntity();
        if (body == null || isStream() || body.getContentLength() > most.toBytes()) {
            return;
        }
        int room = Math.toIntExact(body.getContentLength() < 0 ? most.toBytes() : body.getContentLength());
        // one more than there may be: only its end tells that a body is whole, and gives the connection back
        start = body.getContent().readNBytes(room + 1);
        ended = start.length <= room;
    }

    boolean isUnavailable() {
        return answer.getCode() == HttpStatus.SERVICE_UNAVAILABLE.value();
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    /** The headers for the caller. */
    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    /** The headers as the service sent them. */
    HttpHeaders received() {
        var received = new HttpHeaders();
        for (Header header : answer.getHeaders()) {
            received.add(header.getName(), header.getValue());
        }
        return received;
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        boolean whole = false;
        try {
            response.setStatus(answer.getCode());
            headers.forEach((name, values) -> {
                response.setHeader(name, values.getFirst());
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            });
            whole = answer.getEntity() == null || copy(request, response);
        } finally {
            end(whole);
        }
        return null;
    }

    /** Leaves the answer unread. */
    void discard() {
        call.cancel();
    }

    private void end(boolean whole) throws IOException {
        if (whole) {
            answer.close();
        } else {
            // closing would first read the rest, which of an event stream never comes
            discard();
        }
    }

    private boolean isStream() {
        Header type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.getValue().toLowerCase(Locale.ROOT).startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private boolean copy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean stream = isStream();
        if (stream) {
            response.flushBuffer();
        }
        InputStream from = answer.getEntity().getContent();
        OutputStream to = response.getOutputStream();
        to.write(start);
        if (ended) {
            return true;
        }
        long length = answer.getEntity().getContentLength();
        byte[] buffer = new byte[length < 1 ? BUFFER : (int) Math.min(length, BUFFER)];
        while (true) {
            int count;
            try {
                count = from.read(buffer);
            } catch (IOException failure) {
                breakOff(request, response, failure);
                return false;
            }
            if (count < 0) {
                return true;
            }
            to.write(buffer, 0, count);
            if (stream) {
                to.flush();
            }
        }
    }

    private void breakOff(HttpServletRequest request, HttpServletResponse response, IOException failure)
            throws IOException {
        if (response.isCommitted()) {
            throw new CloseNowException("The service broke off its answer", failure);
        }
        response.resetBuffer();
        headers.forEach((name, values) -> response.setHeader(name, null));
        problems.write(request, response, UpstreamFailures.problem(failure));
    }
}
