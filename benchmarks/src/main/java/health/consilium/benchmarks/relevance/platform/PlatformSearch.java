package health.consilium.benchmarks.relevance.platform;

import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.measure.Ranking;
import health.consilium.benchmarks.relevance.set.DocumentForm;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Topic;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Searches like any reader, page by page. */
public final class PlatformSearch {
    private static final String PATH = "/api/v1/search";
    private static final String READER = "member";
    private static final int LARGEST_PAGE = 100;

    private final LocalGateway gateway;

    public PlatformSearch(LocalGateway gateway) {
        this.gateway = gateway;
    }

    /** Whether the search takes note of the parameter {@code mode} at all. */
    public boolean knowsModes() {
        Answer answer = gateway.send(probe("&mode=no-such-mode"));
        if (!answer.isSuccess() && answer.status() != 400) {
            throw new ServerFailure("The search answers: %s".formatted(answer.problem()));
        }
        return !answer.isSuccess();
    }

    /** Why the search does not rank in this way; nothing if it does. */
    public Optional<String> refusal(SearchMode mode) {
        Answer answer = gateway.client().send(probe(mode.parameter()));
        return answer.isSuccess() ? Optional.empty() : Optional.of(answer.problem());
    }

    /** The results for one topic of a set, at most {@code depth}. */
    public Found search(JudgedSet set, Topic topic, SearchMode mode, int depth) {
        AddressText query = AddressText.of(topic.query());
        String first = PATH + "?q=" + query.encoded() + mode.parameter() + "&limit="
                + Math.min(depth, LARGEST_PAGE)
                + AddressText.parameters(set.settings().search());
        List<Hit> hits = new ArrayList<>();
        JsonNode page = read(topic, first);
        String ranked = page.path("mode").asString(mode.value());
        add(page, set.settings().form(), hits);
        String next = page.path("next").asString("");
        while (hits.size() < depth && !next.isEmpty()) {
            page = read(topic, first + "&cursor=" + AddressText.encode(next));
            add(page, set.settings().form(), hits);
            next = page.path("next").asString("");
        }
        boolean otherwise = mode != SearchMode.SERVED && !ranked.equals(mode.value());
        List<Hit> wanted = hits.subList(0, Math.min(depth, hits.size()));
        return new Found(new Ranking(topic.id(), wanted), query.cut(), otherwise);
    }

    private JsonNode read(Topic topic, String path) {
        Answer answer = gateway.send(Call.of(READER, "GET", path));
        if (!answer.isSuccess()) {
            throw new ServerFailure("The search for topic %s was answered: %s".formatted(topic.id(), answer.problem()));
        }
        return answer.json();
    }

    private static void add(JsonNode page, DocumentForm form, List<Hit> hits) {
        for (JsonNode item : page.path("items")) {
            String document = form.documentOf(item);
            String known = document.isEmpty()
                    ? item.path("type").asString() + ":" + item.path("id").asString()
                    : document;
            hits.add(new Hit(known, item.path("score").asDouble(0)));
        }
    }

    private static Call probe(String parameters) {
        return Call.of(READER, "GET", PATH + "?q=health&limit=1" + parameters);
    }
}
