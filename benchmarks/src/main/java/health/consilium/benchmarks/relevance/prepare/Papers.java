package health.consilium.benchmarks.relevance.prepare;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/**
 * PubMedQA's abstracts, each to be found by its title. They have no DOI, and a paper is known again by its DOI only, so
 * each gets one under the prefix that is kept for examples.
 */
record Papers(SharedData shared, Path work) {
    private static final String EXAMPLES = "10.5555/pubmedqa.";

    Bundle bundle() {
        List<CorpusLine> lines = new ArrayList<>();
        List<Topic> topics = new ArrayList<>();
        var qrels = new Qrels();
        for (JsonNode paper : shared.objects("pubmedqa/pubmedqa_1000.jsonl.gz")) {
            CorpusLine line = line(paper);
            var topic = new Topic(
                    paper.path("pmid").asString(), paper.path("question").asString());
            lines.add(line);
            topics.add(topic);
            qrels.add(topic.id(), line.id(), 1);
        }
        Path folder = work.resolve("pubmedqa");
        SetSettings settings = SetSettings.of(DocumentForm.PAPERS, SetSettings.CORPUS, Map.of("type", "paper"))
                .counted(1, Measure.RECIPROCAL_RANK, Measure.HIT)
                .noted("Smoke test: each paper is searched for by its own title.");
        return new Bundle(folder, lines, List.of(new JudgedSet(folder, settings, topics, qrels)));
    }

    private static CorpusLine line(JsonNode paper) {
        String pmid = paper.path("pmid").asString();
        String doi = EXAMPLES + pmid;
        List<String> fields =
                paper.path("mesh").valueStream().map(JsonNode::asString).toList();
        return new CorpusLine(
                doi,
                new PaperLine(
                        doi,
                        pmid,
                        paper.path("question").asString(),
                        paper.path("abstract").asString(),
                        paper.path("year").asString(""),
                        fields));
    }

    private record PaperLine(
            String doi,
            @JsonProperty("PMID") String pmid,
            String title,
            @JsonProperty("abstract") String text,
            String publicationDate,
            List<String> fieldsOfStudy) {}
}
