package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.set.DocumentForm;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Qrels;
import health.consilium.benchmarks.relevance.set.SetSettings;
import health.consilium.benchmarks.relevance.set.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Headings of MaxFacts' articles in British and in American spelling; the articles stay where they are. */
record Spellings(SharedData shared, Path work) {

    Bundle bundle() {
        List<Topic> topics = new ArrayList<>();
        var qrels = new Qrels();
        List<JsonNode> headings = shared.objects("functional/maxfacts-spelling/queries.jsonl");
        for (int number = 1; number <= headings.size(); number++) {
            JsonNode heading = headings.get(number - 1);
            for (String form : List.of("uk", "us")) {
                var topic = new Topic(number + "/" + form, heading.path(form).asString());
                topics.add(topic);
                heading.path("relevant_uris").forEach(uri -> qrels.add(topic.id(), uri.asString(), 1));
            }
        }
        Path folder = work.resolve("maxfacts-spelling");
        String articles =
                shared.at("maxfacts/content").toAbsolutePath().normalize().toString();
        SetSettings settings = SetSettings.of(DocumentForm.ARTICLES, articles, Map.of("type", "article"))
                .counted(1, Measure.AGREEMENT, Measure.RECALL, Measure.HIT)
                .noted("Plumbing: same@10 is the share of headings whose two spellings give the same ten in order.");
        return new Bundle(folder, List.of(), List.of(new JudgedSet(folder, settings, topics, qrels)));
    }
}
