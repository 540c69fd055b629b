package health.consilium.qa.ingest;

import static java.util.stream.Collectors.toMap;

import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import health.consilium.qa.answer.Answer;
import health.consilium.qa.answer.Answers;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.publication.Publications;
import health.consilium.qa.publication.Rendering;
import health.consilium.qa.question.ImportStamp;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.QuestionSources;
import health.consilium.qa.question.QuestionSources.Imported;
import health.consilium.qa.question.Questions;
import health.consilium.qa.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Adds imported questions, or brings those of an earlier import up to date. */
@Component
class ImportedQuestions {

    private final QuestionSources sources;
    private final Questions questions;
    private final Answers answers;
    private final Publications publications;

    ImportedQuestions(QuestionSources sources, Questions questions, Answers answers, Publications publications) {
        this.sources = sources;
        this.questions = questions;
        this.answers = answers;
        this.publications = publications;
    }

    Map<ImportStamp.Key, ImportStamp> known(Collection<ParsedLine> lines) {
        return sources.known(lines.stream().map(line -> line.stamp().key()).toList());
    }

    /** Adds what none of its source's records said before. */
    void add(Collection<ParsedLine> lines, Map<String, Topic> topics, Map<String, Doctor> doctors) {
        Map<String, String> names =
                doctors.values().stream().collect(toMap(Doctor::id, Doctor::name, (one, same) -> one));
        List<Imported> added = new ArrayList<>();
        List<Rendering> renderings = new ArrayList<>();
        for (ParsedLine line : lines) {
            Question question = Question.imported(line.content(), line.moreInfo(doctors), line.isAnswered());
            List<Topic> mentioned = line.topics().stream()
                    .map(topic -> topics.get(topic.id()))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            added.add(new Imported(question, line.stamp()));
            renderings.add(new Rendering(question, line.answers(question.id(), doctors), mentioned, names));
        }
        sources.add(added);
        List<Answer> given =
                renderings.stream().flatMap(one -> one.answers().stream()).toList();
        answers.add(given);
        publications.publish(renderings);
    }

    /** Takes over what a record says by now, unless moderators decided on the question since. */
    Outcome update(ParsedLine line, Map<String, Doctor> doctors) {
        Imported known =
                sources.lock(line.stamp().key()).orElseThrow(() -> new Rejected("is being imported by another upload"));
        if (known.stamp().matches(line.stamp())) {
            return Outcome.UNCHANGED;
        }
        Question before = requireUntouched(known.question());
        answers.replace(before.id(), line.answers(before.id(), doctors));
        var background = line.background() == null ? before.moreInfo() : line.moreInfo(doctors);
        boolean answered = !answers.of(before.id()).isEmpty();
        Question after = before.reimported(line.content(), background, answered);
        sources.stamp(after.id(), line.stamp());
        questions.save(after, Publications.change(after.state()));
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
}
