package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.Sample;
import health.consilium.benchmarks.relevance.set.SetSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A corpus and the sets that are searched in it.
 *
 * @param folder where the corpus goes
 * @param lines nothing where the sets name a corpus that lies elsewhere
 */
record Bundle(Path folder, List<CorpusLine> lines, List<JudgedSet> sets) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The same with at most so many topics a set. */
    Bundle sampled(int topics) {
        return new Bundle(
                folder, lines, sets.stream().map(set -> set.sampled(topics)).toList());
    }

    /** The same with the judged documents and at most so many others. */
    Bundle with(int others) {
        Set<String> judged =
                sets.stream().flatMap(set -> set.qrels().documents().stream()).collect(Collectors.toSet());
        List<CorpusLine> unjudged =
                lines.stream().filter(line -> !judged.contains(line.id())).toList();
        Set<CorpusLine> kept = Set.copyOf(Sample.evenly(unjudged, others));
        return new Bundle(
                folder,
                lines.stream()
                        .filter(line -> judged.contains(line.id()) || kept.contains(line))
                        .toList(),
                sets);
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        if (!lines.isEmpty()) {
            try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(SetSettings.CORPUS))) {
                for (CorpusLine line : lines) {
                    writer.write(JSON.writeValueAsString(line.content()));
                    writer.newLine();
                }
            }
        }
        for (JudgedSet set : sets) {
            set.write();
        }
    }
}
