package health.consilium.benchmarks.containers;

import health.consilium.benchmarks.containers.load.Publication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How what was answered compares with what the topic holds, which may have been compacted.
 *
 * @param articles how many were published
 * @param messages how many the topic holds of them
 * @param disordered articles of which a version does not come after a smaller one
 * @param lost articles whose last version in the topic is less than what was answered
 * @param beyond articles whose last version in the topic is more: a publication that was not answered
 */
record Ended(int articles, int messages, long disordered, long lost, long beyond) {
    static Ended of(List<Publication> published, Map<String, List<Long>> topic) {
        Map<String, Long> answered = new HashMap<>();
        published.forEach(publication -> answered.merge(publication.article(), publication.version(), Math::max));
        return new Ended(
                answered.size(),
                answered.keySet().stream()
                        .mapToInt(article -> versions(topic, article).size())
                        .sum(),
                answered.keySet().stream()
                        .filter(article -> !isRising(versions(topic, article)))
                        .count(),
                answered.entrySet().stream()
                        .filter(article -> last(topic, article.getKey()) < article.getValue())
                        .count(),
                answered.entrySet().stream()
                        .filter(article -> last(topic, article.getKey()) > article.getValue())
                        .count());
    }

    private static List<Long> versions(Map<String, List<Long>> topic, String article) {
        return topic.getOrDefault(article, List.of());
    }

    private static long last(Map<String, List<Long>> topic, String article) {
        List<Long> versions = versions(topic, article);
        return versions.isEmpty() ? 0 : versions.getLast();
    }

    /** A message that was sent again after the cut is the same version twice; readers drop it. */
    private static boolean isRising(List<Long> versions) {
        return versions.equals(versions.stream().sorted().toList());
    }

    @Override
    public String toString() {
        return "%d messages of the %d articles; versions out of order in %d, last version older than what was answered in %d, newer in %d."
                .formatted(messages, articles, disordered, lost, beyond);
    }
}
