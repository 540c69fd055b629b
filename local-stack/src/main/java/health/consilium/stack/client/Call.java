package health.consilium.stack.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request to the gateway, by a demo user. */
public record Call(
        String user,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String text,
        BodyPublisher body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A request without a body. */
    public static Call of(String user, String method, String path) {
        return new Call(user, method, path, Map.of(), null, BodyPublishers.noBody());
    }

    /** The same request with a JSON body. */
    public Call json(Object content) {
        String text = JSON.writeValueAsString(content);
        return new Call(user, method, path, headers, text, BodyPublishers.ofString(text))
                .header("Content-Type", "application/json");
    }

    /** The same request with a body that is not shown. */
    public Call body(String contentType, BodyPublisher content) {
        return new Call(user, method, path, headers, null, content).header("Content-Type", contentType);
    }

    /** The same request with one more header. */
    public Call header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Call(user, method, path, all, text, body);
    }
}
