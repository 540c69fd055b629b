package health.consilium.qa.question;

import health.consilium.qa.doctor.Doctors;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a member's question in. */
@Service
class Asking {

    private final Questions questions;
    private final Doctors doctors;

    Asking(Questions questions, Doctors doctors) {
        this.questions = questions;
        this.doctors = doctors;
    }

    QuestionView ask(NewQuestion asked, String account) {
        Wording wording = new Wording();
        Question question = Question.submitted(content(asked, wording));
        wording.requireValid();
        questions.submit(question, account);
        return QuestionView.of(question, wording.removed());
    }

    private QuestionContent content(NewQuestion asked, Wording wording) {
        return new QuestionContent(
                wording.line("/title", asked.title(), 5, 200),
                wording.text("/text", asked.text(), 1, 10_000),
                asker(asked.asker(), wording),
                asked.subject() == null ? Subject.UNKNOWN : asked.subject(),
                asked.patient(),
                addressee(asked.addressedTo(), wording),
                wording.specialty("/specialty", asked.specialty()),
                wording.topics("/topics", asked.topics()),
                LocalDate.now(ZoneOffset.UTC),
                null,
                null);
    }

    private static Asker asker(@Nullable Asker given, Wording wording) {
        String handle = given == null ? null : wording.optionalLine("/asker/handle", given.handle(), 40);
        return new Asker(
                handle == null ? Handles.random() : handle,
                given == null ? null : given.ageBand(),
                given == null ? null : given.sex());
    }

    private @Nullable String addressee(@Nullable String id, Wording wording) {
        String doctor = wording.optionalLine("/addressedTo", id, 200);
        if (doctor != null && doctors.find(doctor).isEmpty()) {
            wording.reject("/addressedTo", "must be the id of a doctor in the directory");
        }
        return doctor;
    }
}
