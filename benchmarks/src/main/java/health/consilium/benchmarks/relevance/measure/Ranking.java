package health.consilium.benchmarks.relevance.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found for a topic, best first; a document that comes again counts only at its first place. */
public record Ranking(String topic, List<Hit> hits) {

    public Ranking {
        Set<String> seen = new HashSet<>();
        hits = hits.stream().filter(hit -> seen.add(hit.document())).toList();
    }

    List<String> documents() {
        return hits.stream().map(Hit::document).toList();
    }
}
