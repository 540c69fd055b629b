package health.consilium.benchmarks.speed;

import health.consilium.stack.OpenSearchServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OpenSearch over HTTP, asked what our service asks of it, for a page of results in one request. */
final class OpenSearch implements Contender {
    /** Whatever the format of the index. */
    private static final String INDEX = "/consilium-search-v*";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BODY = "document.text.body";

    private final String name;
    private final URI uri;
    private final ProcessHandle process;
    private final Map<String, String> bodies = new HashMap<>();

    /**
     * @param requests what the service asks for, by the query
     * @param complete with facets and with matches marked in an excerpt
     */
    OpenSearch(
            String name,
            URI node,
            ProcessHandle process,
            Map<String, JsonNode> requests,
            boolean complete,
            boolean cached) {
        this.name = name;
        this.uri = node.resolve(INDEX + "/_search?request_cache=" + cached);
        this.process = process;
        requests.forEach((query, request) ->
                bodies.put(query, page(query, (ObjectNode) request, complete).toString()));
    }

    /** With the results alone, with all that a page shows, and the same from the cache of a node that has one. */
    static List<Contender> all(OpenSearchServer node, Map<String, JsonNode> requests) {
        ProcessHandle process = node.process();
        return List.of(
                new OpenSearch("OpenSearch", node.uri(), process, requests, false, false),
                new OpenSearch("OpenSearch, highlights, facets", node.uri(), process, requests, true, false),
                new OpenSearch("OpenSearch, highlights, facets, its cache", node.uri(), process, requests, true, true));
    }

    /** Has bodies analysed as well, to mark matches in; before anything is indexed. */
    static void prepare(URI node) {
        ObjectNode mapping = JSON.createObjectNode();
        mapping.putObject("properties")
                .putObject("document")
                .putObject("properties")
                .putObject("text")
                .putObject("properties")
                .putObject("body")
                .put("type", "text")
                .put("analyzer", "english")
                .put("index_options", "offsets");
        JsonNode taken = HttpSearch.read(HttpRequest.newBuilder(node.resolve(INDEX + "/_mapping"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(mapping.toString()))
                .build());
        if (!taken.path("acknowledged").asBoolean()) {
            throw new IllegalStateException(taken.toString());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void search(String query) {
        HttpSearch.requireAnswer(HttpSearch.send(request(query)));
    }

    @Override
    public List<String> best(String query) {
        JsonNode hits = HttpSearch.read(request(query)).path("hits").path("hits");
        return HttpSearch.texts(hits, "/_source/document/key/id");
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Objects.requireNonNull(bodies.get(query), query)))
                .build();
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    private static ObjectNode page(String query, ObjectNode request, boolean complete) {
        ObjectNode page = request.deepCopy();
        page.put("size", 10).remove(List.of("docvalue_fields", "_source"));
        page.putArray("_source").add("document.key").add("document.text.title").add("document.attributes");
        if (!complete) {
            page.remove(List.of("aggregations"));
            return page;
        }
        ObjectNode highlight = page.putObject("highlight");
        highlight.putObject("highlight_query").putObject("match").put(BODY, query);
        highlight
                .putObject("fields")
                .putObject(BODY)
                .put("type", "unified")
                .put("number_of_fragments", 1)
                .put("fragment_size", 240)
                .put("no_match_size", 240);
        return page;
    }
}
