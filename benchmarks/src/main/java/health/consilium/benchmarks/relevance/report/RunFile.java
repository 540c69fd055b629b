package health.consilium.benchmarks.relevance.report;

import health.consilium.benchmarks.relevance.measure.Hit;
import health.consilium.benchmarks.relevance.measure.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rankings in TREC's form, for other tools: {@code topic Q0 document rank score tag}. */
public final class RunFile {
    private RunFile() {}

    /** Writes {@code set.tag.run} into a folder. */
    public static void write(Path folder, String set, String tag, List<Ranking> rankings) {
        List<String> lines = new ArrayList<>();
        for (Ranking ranking : rankings) {
            int rank = 1;
            for (Hit hit : ranking.hits()) {
                lines.add("%s Q0 %s %d %s %s".formatted(ranking.topic(), hit.document(), rank++, hit.score(), tag));
            }
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("%s.%s.run".formatted(set, tag)), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
