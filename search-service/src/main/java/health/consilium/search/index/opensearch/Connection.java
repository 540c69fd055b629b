package health.consilium.search.index.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.index.SearchIndexException;
import health.consilium.search.index.SearchIndexUnavailable;
import java.io.IOException;
import java.util.Base64;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to the cluster. Nothing is sent before something is asked. */
final class Connection implements AutoCloseable {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERRORS = 500;

    /** Documents are read out of the middle of answers. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final OpenSearchTransport transport;
    private final OpenSearchClient client;

    private Connection(OpenSearchTransport transport) {
        this.transport = transport;
        this.client = new OpenSearchClient(transport);
    }

    static Connection to(OpenSearchSettings settings) {
        HttpHost[] nodes = settings.uris().stream().map(HttpHost::create).toArray(HttpHost[]::new);
        return new Connection(ApacheHttpClient5TransportBuilder.builder(nodes)
                .setMapper(new JacksonJsonpMapper(JSON))
                .setDefaultHeaders(credentials(settings))
                .setRequestConfigCallback(config -> config.setResponseTimeout(Timeout.of(settings.responseTimeout())))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(pool(settings)))
                .build());
    }

    /** The answer to a question; {@code action} completes "OpenSearch could not …". */
    <T extends @Nullable Object> T ask(String action, Question<T> question) {
        try {
            return question.ask(client);
        } catch (IOException unreachable) {
            throw new SearchIndexUnavailable("OpenSearch could not " + action + ": it can't be reached", unreachable);
        } catch (OpenSearchException refused) {
            throw refusal(action, refused.status(), refused);
        } catch (SearchIndexException known) {
            throw known;
        } catch (RuntimeException unreadable) {
            throw new SearchIndexException("OpenSearch could not " + action + ": its answer can't be read", unreadable);
        }
    }

    /** Sends a request with a JSON body, for what the typed client has no place for; gives the status of the answer. */
    int send(String action, String method, String path, String json) {
        return ask(action, client -> {
            try (Response answer = client.generic()
                    .execute(Requests.builder()
                            .method(method)
                            .endpoint(path)
                            .json(json)
                            .build())) {
                return answer.getStatus();
            }
        });
    }

    /** The JSON answer to a GET, for what the typed client has no place for. */
    JsonNode read(String action, String path) {
        return ask(action, client -> {
            try (Response answer = client.generic()
                    .execute(Requests.builder().method("GET").endpoint(path).build())) {
                if (answer.getStatus() >= 300) {
                    throw refusal(action, answer.getStatus(), null);
                }
                return JSON.readTree(answer.getBody().map(Body::bodyAsBytes).orElse(new byte[0]));
            }
        });
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException failed) {
            throw new SearchIndexException("The connection to OpenSearch could not be closed", failed);
        }
    }

    /** What an answer of that status means. */
    static SearchIndexException refusal(String action, int status, @Nullable Throwable cause) {
        String message = "OpenSearch could not " + action + ": it answers " + status;
        if (status == NOT_FOUND) {
            return new Missing(message, cause);
        }
        boolean passing = status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS;
        return passing ? new SearchIndexUnavailable(message, cause) : new SearchIndexException(message, cause);
    }

    private static AsyncClientConnectionManager pool(OpenSearchSettings settings) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * settings.uris().size())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .build();
    }

    private static Header[] credentials(OpenSearchSettings settings) {
        if (settings.username() == null) {
            return new Header[0];
        }
        String both = settings.username() + ":" + (settings.password() == null ? "" : settings.password());
        return new Header[] {
            new BasicHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)))
        };
    }

    /** What was asked for is not there: an index, or a state of it. */
    static final class Missing extends SearchIndexUnavailable {

        Missing(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    @FunctionalInterface
    interface Question<T extends @Nullable Object> {

        T ask(OpenSearchClient client) throws IOException;
    }
}
