package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.baseline.PlainLucene;
import health.consilium.benchmarks.relevance.measure.Judged;
import health.consilium.benchmarks.relevance.measure.Ranking;
import health.consilium.benchmarks.relevance.report.Report;
import health.consilium.benchmarks.relevance.report.RunFile;
import health.consilium.benchmarks.relevance.report.SetResult;
import health.consilium.benchmarks.relevance.set.Corpus;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has each contender answer the topics of each set, and prints what it comes to. */
final class Judging {
    private final JudgeOptions options;
    private final Path runs;
    private final Map<Corpus, PlainLucene> baselines = new HashMap<>();

    Judging(JudgeOptions options, Path runs) {
        this.options = options;
        this.runs = runs;
    }

    void judge(List<JudgedSet> sets) {
        boolean asked = options.contenders().stream().anyMatch(contender -> contender.mode() != null);
        PlatformAnswers platform = asked ? PlatformAnswers.of(options) : null;
        if (options.markdown()) {
            System.out.println(Report.conventions());
        }
        try {
            for (JudgedSet set : sets) {
                SetResult result = judge(set, platform);
                System.out.print(options.markdown() ? Report.markdown(result) : Report.text(result));
            }
        } finally {
            baselines.values().forEach(PlainLucene::close);
        }
        System.err.println("Run files: " + runs);
    }

    private SetResult judge(JudgedSet set, @Nullable PlatformAnswers platform) {
        Map<Contender, List<Ranking>> answers = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        if (options.contenders().contains(Contender.BM25)) {
            PlainLucene baseline = baselines.computeIfAbsent(set.corpus(), PlainLucene::new);
            answers.put(
                    Contender.BM25,
                    set.topics().stream()
                            .map(topic -> baseline.search(topic, options.depth(set)))
                            .toList());
        }
        if (platform != null) {
            answers.putAll(platform.answer(set, remarks));
        }
        answers.forEach((contender, rankings) -> RunFile.write(runs, set.name(), contender.tag(), rankings));
        return new SetResult(
                set,
                answers.entrySet().stream()
                        .map(answer -> row(set, answer.getKey(), answer.getValue()))
                        .toList(),
                remarks);
    }

    private static SetResult.Row row(JudgedSet set, Contender contender, List<Ranking> rankings) {
        var judged = new Judged(rankings, set.judgements());
        return new SetResult.Row(
                contender.title(),
                set.settings().measures().stream()
                        .map(measure -> measure.of(judged))
                        .toList());
    }
}
