package health.consilium.benchmarks.relevance.platform;

import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.stack.client.Call;
import tools.jackson.databind.JsonNode;

/**
 * How far the search is.
 *
 * @param documents how many it has of those it was asked about
 * @param lagging messages it has not read yet
 * @param backlog documents whose vectors are still to come; 0 where it has none
 */
record SearchState(long documents, long lagging, long backlog) {

    /** Asks about the documents that a set's searches go to. */
    static SearchState read(LocalGateway gateway, SetSettings settings) {
        String parameters = "?limit=1&facets=type" + AddressText.parameters(settings.search());
        JsonNode types = gateway.require(Call.of("member", "GET", "/api/v1/search" + parameters))
                .json()
                .path("facets")
                .path("type");
        JsonNode status = gateway.require(Call.of("member", "GET", "/api/v1/search/status"))
                .json();
        return new SearchState(
                types.valueStream()
                        .filter(type ->
                                settings.form().type().equals(type.path("value").asString("")))
                        .mapToLong(type -> type.path("count").asLong(0))
                        .sum(),
                status.path("sources")
                        .valueStream()
                        .mapToLong(source -> source.path("lagMessages").asLong(0))
                        .sum(),
                backlog(status.path("vectors")));
    }

    /** One at least while it can't be told; none where vectors are off or have failed, which the status says. */
    private static long backlog(JsonNode vectors) {
        String state = vectors.path("state").asString("");
        if (vectors.isMissingNode() || state.equals("off") || state.equals("failed")) {
            return 0;
        }
        return vectors.path("backlog").asLong(1);
    }

    boolean isComplete(long expected) {
        return documents >= expected && lagging == 0 && backlog == 0;
    }

    String describe(long expected) {
        return "%,d of %,d documents, %,d messages behind, %,d vectors to come"
                .formatted(documents, expected, lagging, backlog);
    }
}
