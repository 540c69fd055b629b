package health.consilium.benchmarks.speed;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenSearch over HTTP with the same analysis and the same flat sum, its request cache off. */
record OpenSearch(String name, URI node, ProcessHandle process, boolean complete) implements Contender {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String INDEX = "/questions";
    private static final int BULK = 500;

    /** Makes the index, in one shard as our replicas have it. */
    static void fill(URI node, List<JsonNode> questions, int copies) {
        send(node, "PUT", INDEX, definition().toString());
        StringBuilder lines = new StringBuilder();
        int waiting = 0;
        for (int copy = 0; copy < copies; copy++) {
            for (JsonNode question : questions) {
                lines.append("{\"index\":{}}\n").append(document(question)).append('\n');
                if (++waiting == BULK) {
                    send(node, "POST", INDEX + "/_bulk", lines.toString());
                    lines.setLength(0);
                    waiting = 0;
                }
            }
        }
        if (waiting > 0) {
            send(node, "POST", INDEX + "/_bulk", lines.toString());
        }
        send(node, "POST", INDEX + "/_forcemerge?max_num_segments=5", "");
        send(node, "POST", INDEX + "/_refresh", "");
    }

    @Override
    public List<String> search(String query) {
        return HttpSearch.titles(
                send(
                                node,
                                "POST",
                                INDEX + "/_search?request_cache=false",
                                body(query).toString())
                        .path("hits")
                        .path("hits"),
                "/_source/shown");
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    private ObjectNode body(String text) {
        ObjectNode body = JSON.createObjectNode().put("size", 10).put("track_total_hits", 1_000);
        ArrayNode should = body.putObject("query").putObject("bool").putArray("should");
        Shape.WEIGHTS.forEach((field, weight) -> should.addObject()
                .putObject("match")
                .putObject(field)
                .put("query", text)
                .put("boost", weight));
        body.putArray("_source").add("shown");
        if (complete) {
            ObjectNode highlight = body.putObject("highlight");
            highlight.putObject("highlight_query").putObject("match").put("body", text);
            highlight
                    .putObject("fields")
                    .putObject("body")
                    .put("type", "unified")
                    .put("number_of_fragments", 1)
                    .put("fragment_size", 240);
            ObjectNode facets = body.putObject("aggs");
            for (String field : List.of("type", "specialty")) {
                facets.putObject(field).putObject("terms").put("field", field);
            }
        }
        return body;
    }

    private static ObjectNode document(JsonNode question) {
        ObjectNode document = JSON.createObjectNode();
        Shape.fields(question).forEach(document::put);
        return document.put("shown", question.path("title").asString())
                .put("body", Shape.body(question))
                .put("type", "question")
                .put("specialty", question.path("specialty").asString(""));
    }

    private static ObjectNode definition() {
        ObjectNode definition = JSON.createObjectNode();
        ObjectNode index = definition.putObject("settings").putObject("index");
        index.put("number_of_shards", 1).put("number_of_replicas", 0).put("refresh_interval", "-1");
        index.putObject("similarity")
                .putObject("default")
                .put("type", "BM25")
                .put("k1", Shape.K1)
                .put("b", Shape.B);
        ObjectNode analysis = index.putObject("analysis");
        analysis.putObject("filter")
                .putObject("possessive")
                .put("type", "stemmer")
                .put("language", "possessive_english");
        analyzer(analysis, "words", List.of("possessive", "lowercase", "asciifolding", "stop"));
        analyzer(analysis, "stems", List.of("possessive", "lowercase", "asciifolding", "stop", "porter_stem"));
        ObjectNode fields =
                definition.putObject("mappings").put("dynamic", false).putObject("properties");
        Shape.WEIGHTS
                .keySet()
                .forEach(field -> fields.putObject(field)
                        .put("type", "text")
                        .put("analyzer", Shape.isStemmed(field) ? "stems" : "words"));
        fields.putObject("body").put("type", "text").put("analyzer", "stems").put("index_options", "offsets");
        fields.putObject("type").put("type", "keyword");
        fields.putObject("specialty").put("type", "keyword");
        return definition;
    }

    private static void analyzer(ObjectNode analysis, String name, List<String> filters) {
        if (!analysis.has("analyzer")) {
            analysis.putObject("analyzer");
        }
        ObjectNode analyzer = ((ObjectNode) analysis.path("analyzer")).putObject(name);
        analyzer.put("type", "custom").put("tokenizer", "standard");
        ArrayNode chain = analyzer.putArray("filter");
        filters.forEach(chain::add);
    }

    private static JsonNode send(URI node, String method, String path, String body) {
        String type = path.endsWith("_bulk") ? "application/x-ndjson" : "application/json";
        return HttpSearch.send(HttpRequest.newBuilder(node.resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
