package health.consilium.benchmarks.relevance.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often all forms of one query, such as its British and its American spelling, give the same first ten. */
final class Agreement {
    private Agreement() {}

    /** Topics that differ only after the last slash of their ids are forms of one query. */
    static Figure of(Judged judged) {
        Map<String, List<List<String>>> forms = judged.rankings().stream()
                .collect(Collectors.groupingBy(
                        ranking -> query(ranking.topic()),
                        Collectors.mapping(ranking -> TopicMeasures.first(ranking.documents()), Collectors.toList())));
        return Figure.mean(forms.values().stream()
                .filter(rankings -> rankings.size() > 1)
                .mapToDouble(rankings -> rankings.stream().distinct().count() == 1 ? 1 : 0)
                .toArray());
    }

    private static String query(String topic) {
        int slash = topic.lastIndexOf('/');
        return slash < 0 ? topic : topic.substring(0, slash);
    }
}
