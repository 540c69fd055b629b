package health.consilium.benchmarks.relevance.prepare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as the Q&A imports it. */
record QuestionLine(
        String id,
        String title,
        String text,
        String specialty,
        List<TopicLine> topics,
        List<AnswerLine> answers,
        Source source) {

    record TopicLine(String name, List<String> synonyms) {}

    record AnswerLine(Doctor doctor, String text) {}

    record Doctor(String name) {}

    record Source(
            String name, @Nullable String url, @Nullable String licence) {}

    /** A question that nobody has answered. */
    static QuestionLine open(String id, String text, String specialty, Source source) {
        return new QuestionLine(id, text, text, specialty, List.of(), List.of(), source);
    }

    /** A question with one answer; who gave it is the source. */
    static QuestionLine answered(
            String id, String title, String specialty, List<TopicLine> topics, String answer, Source source) {
        var given = new AnswerLine(new Doctor(source.name()), answer);
        return new QuestionLine(id, title, title, specialty, topics, List.of(given), source);
    }

    CorpusLine toLine() {
        return new CorpusLine(id, this);
    }
}
