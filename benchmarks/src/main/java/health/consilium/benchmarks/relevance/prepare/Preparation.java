package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.prepare.QuestionLine.Source;
import health.consilium.benchmarks.relevance.set.JudgedSet;
import health.consilium.benchmarks.relevance.set.SetSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All sets that the shared data has something for. */
public final class Preparation {
    private final SharedData shared;
    private final Path work;

    /** Reads from the one folder and writes into the other. */
    public Preparation(Path shared, Path work) {
        this.shared = new SharedData(shared);
        this.work = work;
    }

    /** Writes at most so many topics a set, and beside the judged documents at most so many others a corpus. */
    public List<JudgedSet> write(int topics, int others) throws IOException {
        List<Bundle> bundles = List.of(
                new MedQuad(shared, work).bundle(),
                similarQuestions(),
                entailedFaqs(),
                new Papers(shared, work).bundle(),
                new Spellings(shared, work).bundle());
        List<JudgedSet> sets = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Bundle wanted = bundle.sampled(topics).with(others);
            wanted.write();
            sets.addAll(wanted.sets());
        }
        return sets;
    }

    /** Each first question is searched for among all second ones. */
    private Bundle similarQuestions() {
        var pairs = new Pairs(work.resolve("mqp"), new Source("Medical Question Pairs", null, null));
        for (Map<String, String> row : shared.rows("mqp/dev.tsv")) {
            pairs.add(
                    row.getOrDefault("row", ""),
                    row.getOrDefault("question_1", ""),
                    row.getOrDefault("question_2", ""),
                    Integer.parseInt(row.getOrDefault("label", "0")));
        }
        return pairs.bundle(SetSettings.questions("mqp")
                .counted(1, Measure.RECIPROCAL_RANK, Measure.AREA)
                .noted("AUC: of the scores of all pairs; what is not in a result list is below everything."));
    }

    /** Each letter is searched for among all FAQs. */
    private Bundle entailedFaqs() {
        var pairs = new Pairs(work.resolve("rqe"), new Source("RQE AMIA 2016", null, "CC BY 4.0"));
        for (Map<String, String> row : shared.rows("rqe/dev_amia.tsv")) {
            pairs.add(
                    row.getOrDefault("pid", ""),
                    row.getOrDefault("chq", ""),
                    row.getOrDefault("faq", ""),
                    Integer.parseInt(row.getOrDefault("label", "0")));
        }
        return pairs.bundle(SetSettings.questions("rqe")
                .counted(1, Measure.RECIPROCAL_RANK, Measure.HIT, Measure.JUDGED)
                .noted("Letters without an entailed FAQ count in judged@10 only."));
    }
}
