package health.consilium.qa.answer;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.security.Caller;
import health.consilium.defaults.web.EntityTags;
import health.consilium.qa.doctor.Doctors;
import health.consilium.qa.question.Change;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.Questions;
import health.consilium.qa.question.Wording;
import health.consilium.qa.text.Slug;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets doctors answer the questions of their specialties, and correct what they answered. */
@Service
class Answering {

    private final Questions questions;
    private final Answers answers;
    private final Doctors doctors;

    Answering(Questions questions, Answers answers, Doctors doctors) {
        this.questions = questions;
        this.answers = answers;
        this.doctors = doctors;
    }

    @Transactional
    public AnswerView give(UUID questionId, String sent, Caller caller) {
        String doctor = doctor(caller);
        Wording wording = new Wording();
        String text = text(sent, wording);
        Question question = questions.lock(questionId).requirePublic();
        requireSpecialty(question, caller);
        doctors.present(doctor, caller.name(), caller.specialties());
        Answer answer =
                Answer.first(questionId, doctor, question.content().specialty(), text, LocalDate.now(ZoneOffset.UTC));
        answers.add(List.of(answer));
        Question answered = question.answered();
        questions.save(answered, Change.ANSWERED);
        return AnswerView.of(answer, answered.version(), wording.removed());
    }

    @Transactional
    public AnswerView correct(UUID id, String sent, @Nullable String ifMatch, Caller caller) {
        Wording wording = new Wording();
        String text = text(sent, wording);
        UUID questionId = answers.find(id).orElseThrow(Answering::unknown).questionId();
        Question question = questions.lock(questionId).requirePublic();
        Answer answer = answers.find(id).orElseThrow(Answering::unknown);
        if (!answer.doctorId().equals(doctor(caller))) {
            throw new ProblemException(ProblemTypes.FORBIDDEN, "Only the doctor who gave an answer can correct it.");
        }
        requireSpecialty(question, caller);
        EntityTags.requireCurrent(ifMatch, question.version());
        if (text.equals(answer.text())) {
            return AnswerView.of(answer, question.version(), wording.removed());
        }
        Answer corrected = answer.corrected(text);
        answers.update(corrected);
        Question touched = question.touched();
        questions.save(touched, Change.ANSWER_REVISED);
        return AnswerView.of(corrected, touched.version(), wording.removed());
    }

    private static void requireSpecialty(Question question, Caller caller) {
        String specialty = question.content().specialty();
        if (specialty != null && caller.specialties().stream().map(Slug::latin).noneMatch(specialty::equals)) {
            throw new ProblemException(
                            ProblemTypes.FORBIDDEN,
                            "This question belongs to a specialty that your token doesn't name.")
                    .with("specialty", specialty);
        }
    }

    private static String doctor(Caller caller) {
        String doctor = caller.doctorId();
        if (doctor == null || doctor.isBlank()) {
            throw new ProblemException(ProblemTypes.FORBIDDEN, "Your token has no doctor_id; ask the administrators.");
        }
        return doctor;
    }

    private static String text(String sent, Wording wording) {
        String text = wording.text("/text", sent, 1, 20_000);
        wording.requireValid();
        return text;
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemTypes.NOT_FOUND, "There is no answer with this id.");
    }
}
