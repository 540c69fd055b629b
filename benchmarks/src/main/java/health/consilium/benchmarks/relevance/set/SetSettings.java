package health.consilium.benchmarks.relevance.set;

import health.consilium.benchmarks.relevance.measure.Gain;
import health.consilium.benchmarks.relevance.measure.Measure;
import health.consilium.benchmarks.relevance.measure.Scale;
import java.util.List;
import java.util.Map;

/**
 * How a set is loaded, searched and counted: the file {@code set.properties} beside it.
 *
 * @param form {@code format}: questions (default), paper-json or front-matter
 * @param corpus file, or folder of articles, seen from the set's folder; {@code corpus.ndjson} unless told
 * @param scale {@code gain}: linear (default) or exponential; {@code relevant}: the lowest grade that counts as
 *     relevant, 1 unless told
 * @param measures parted by commas; nDCG@10, MRR@10 and judged@10 unless told
 * @param search {@code search.x}: the parameter x of every search, such as {@code search.specialty}
 * @param synonyms a file of synonyms in Solr's form, loaded while the set is judged; none if empty
 * @param note a sentence for the report; none if empty
 */
public record SetSettings(
        DocumentForm form,
        String corpus,
        Scale scale,
        List<Measure> measures,
        Map<String, String> search,
        String synonyms,
        String note) {
    /** Where a set's corpus lies unless told otherwise. */
    public static final String CORPUS = "corpus.ndjson";

    /** A set of questions with a corpus of its own, in which a specialty keeps others' documents out. */
    public static SetSettings questions(String specialty) {
        return of(DocumentForm.QUESTIONS, CORPUS, Map.of("type", "question", "specialty", specialty));
    }

    /** Searches for the one relevant document. */
    public static SetSettings of(DocumentForm form, String corpus, Map<String, String> search) {
        List<Measure> measures = List.of(Measure.RECIPROCAL_RANK, Measure.HIT);
        return new SetSettings(form, corpus, new Scale(Gain.LINEAR, 1), measures, search, "", "");
    }

    /** The same, counted otherwise. */
    public SetSettings counted(int relevantFrom, Measure... otherMeasures) {
        return new SetSettings(
                form, corpus, new Scale(scale.gain(), relevantFrom), List.of(otherMeasures), search, synonyms, note);
    }

    /** The same with synonyms of its own. */
    public SetSettings with(String otherSynonyms) {
        return new SetSettings(form, corpus, scale, measures, search, otherSynonyms, note);
    }

    /** The same with a sentence for the report. */
    public SetSettings noted(String sentence) {
        return new SetSettings(form, corpus, scale, measures, search, synonyms, sentence);
    }
}
