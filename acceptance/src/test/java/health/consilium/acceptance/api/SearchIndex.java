package health.consilium.acceptance.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The search as a reader sees it. */
public record SearchIndex(Api api) {
    /** One page; the query string goes in as it is. */
    public JsonNode page(String query) {
        return api.get("/search?" + query).expect(200).json();
    }

    /** Every item for the words, page by page. */
    public List<JsonNode> all(String words, String type) {
        List<JsonNode> items = new ArrayList<>();
        String query = "q=%s&type=%s&limit=100".formatted(Api.encoded(words), type);
        JsonNode page = page(query);
        page.path("items").forEach(items::add);
        while (!page.path("next").isNull()) {
            page = page(query + "&cursor=" + Api.encoded(page.path("next").asString()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** How many documents of a type it holds; -1 while it is away. */
    public long documents(String type) {
        Answer status = api.get("/search/status");
        return status.isAway()
                ? -1
                : status.expect(200).json().path("documents").path(type).asLong();
    }
}
