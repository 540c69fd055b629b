package health.consilium.qa.ingest;

import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import health.consilium.qa.answer.Answer;
import health.consilium.qa.answer.Answers;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.publication.Publications;
import health.consilium.qa.publication.Rendering;
import health.consilium.qa.question.Change;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.QuestionState;
import health.consilium.qa.question.Questions;
import health.consilium.qa.question.Questions.Imported;
import health.consilium.qa.question.Source;
import health.consilium.qa.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds imported questions, or brings those of an earlier import up to date. */
@Component
class ImportedQuestions {

    private final Questions questions;
    private final Answers answers;
    private final Publications publications;

    ImportedQuestions(Questions questions, Answers answers, Publications publications) {
        this.questions = questions;
        this.answers = answers;
        this.publications = publications;
    }

    Outcome take(ParsedLine line, List<Topic> topics, Map<String, Doctor> doctors) {
        Question question = Question.imported(line.content(), line.moreInfo(doctors), line.isAnswered());
        if (!questions.add(question, line.stamp())) {
            return update(line, doctors);
        }
        List<Answer> given = line.answers(question.id(), doctors);
        given.forEach(answers::add);
        var names = doctors.values().stream().collect(Collectors.toMap(Doctor::id, Doctor::name, (one, other) -> one));
        publications.publish(new Rendering(question, given, topics, names), change(question));
        return Outcome.CREATED;
    }

    private Outcome update(ParsedLine line, Map<String, Doctor> doctors) {
        Imported known = questions
                .lockImported(source(line.content().source()), line.stamp().key())
                .orElseThrow(() -> new Rejected("is being imported by another upload"));
        if (known.stamp().matches(line.stamp())) {
            return Outcome.UNCHANGED;
        }
        Question before = requireUntouched(known.question());
        answers.replace(before.id(), line.answers(before.id(), doctors));
        var background = line.background() == null ? before.moreInfo() : line.moreInfo(doctors);
        boolean answered = !answers.of(before.id()).isEmpty();
        Question after = before.reimported(line.content(), background, answered);
        questions.stamp(after.id(), line.stamp());
        questions.save(after, change(after));
        return Outcome.UPDATED;
    }

    private static Question requireUntouched(Question question) {
        if (!question.state().isPublic()) {
            throw new Rejected("was withdrawn here, so an import doesn't bring it back");
        }
        if (question.redacted()) {
            throw new Rejected("was redacted here, so an import doesn't overwrite it");
        }
        return question;
    }

    private static Change change(Question question) {
        return question.state() == QuestionState.ANSWERED ? Change.ANSWERED : Change.PUBLISHED;
    }

    private static String source(@Nullable Source source) {
        return source == null ? "" : source.name();
    }
}
