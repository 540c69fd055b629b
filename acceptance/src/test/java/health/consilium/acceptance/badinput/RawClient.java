package health.consilium.acceptance.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/** Sends paths, methods and headers as they are written, sound or not. */
final class RawClient implements AutoCloseable {
    /** What came back. */
    record Response(int status, String contentType, String headers, String body) {}

    private static final Timeout TIMEOUT = Timeout.ofSeconds(60);

    private final HttpRequester requester = RequesterBootstrap.bootstrap().create();
    private final HttpHost host;

    RawClient(URI gateway) {
        this.host = new HttpHost(gateway.getScheme(), gateway.getHost(), gateway.getPort());
    }

    /** A plain read without a token. */
    Response get(String path) {
        return send(new BasicClassicHttpRequest("GET", host, path));
    }

    Response send(BadRequest request, String token) {
        ClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), host, request.path());
        message.setHeader("Connection", "close");
        request.headerLines().stream()
                .filter(line -> !line[0].equalsIgnoreCase("Transfer-Encoding"))
                .forEach(line -> message.setHeader(line[0], line[1]));
        if (!token.isEmpty()) {
            message.setHeader("Authorization", "Bearer " + token);
        }
        if (!request.body().isEmpty() || !request.contentType().isEmpty()) {
            message.setEntity(entity(request));
        }
        return send(message);
    }

    private Response send(ClassicHttpRequest message) {
        try {
            return requester.execute(host, message, TIMEOUT, HttpCoreContext.create(), response -> {
                Header type = response.getFirstHeader("Content-Type");
                String body = response.getEntity() == null
                        ? ""
                        : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
                return new Response(
                        response.getCode(),
                        type == null ? "" : type.getValue(),
                        String.join("\n", headers(response.getHeaders())),
                        body);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(message.getMethod() + " " + message.getPath(), e);
        } catch (HttpException e) {
            throw new AssertionError("No HTTP came back", e);
        }
    }

    private static ByteArrayEntity entity(BadRequest request) {
        byte[] content = request.body().getBytes(StandardCharsets.UTF_8);
        String type = request.contentType();
        return new ByteArrayEntity(content, type.isEmpty() ? null : ContentType.parse(type), request.isChunked());
    }

    private static String[] headers(Header[] headers) {
        String[] lines = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            lines[i] = headers[i].getName() + ": " + headers[i].getValue();
        }
        return lines;
    }

    @Override
    public void close() {
        try {
            requester.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
