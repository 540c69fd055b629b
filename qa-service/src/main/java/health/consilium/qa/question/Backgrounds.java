package health.consilium.qa.question;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.security.Caller;
import health.consilium.defaults.web.EntityTags;
import health.consilium.qa.doctor.Doctors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the background texts of questions; only the doctor who reviewed one can vouch for it. */
@Service
class Backgrounds {

    private final Questions questions;
    private final Doctors doctors;

    Backgrounds(Questions questions, Doctors doctors) {
        this.questions = questions;
        this.doctors = doctors;
    }

    @Transactional
    public Question replace(UUID id, NewMoreInfo sent, @Nullable String ifMatch, Caller caller) {
        MoreInfo background = background(sent, caller);
        Question question = questions.lock(id).requirePublic();
        if (question.moreInfo() != null || ifMatch != null) {
            EntityTags.requireCurrent(ifMatch, question.version());
        }
        if (background.reviewedBy() != null) {
            doctors.present(background.reviewedBy(), caller.name(), caller.specialties());
        }
        Question changed = question.with(background);
        questions.save(changed, Change.MORE_INFO_CHANGED);
        return changed;
    }

    private static MoreInfo background(NewMoreInfo sent, Caller caller) {
        Wording wording = new Wording();
        String text = wording.text("/text", sent.text(), 1, 20_000);
        String model = wording.optionalLine("/model", sent.model(), 100);
        String reviewer = wording.optionalLine("/reviewedBy", sent.reviewedBy(), 200);
        if (sent.origin() == MoreInfo.Origin.HUMAN && model != null) {
            wording.reject("/model", "is for machine text only");
        }
        wording.requireValid();
        if (reviewer != null && !(caller.has("doctor") && reviewer.equals(caller.doctorId()))) {
            throw new ProblemException(
                    ProblemTypes.FORBIDDEN, "A review is recorded by the doctor who made it, with their own id.");
        }
        return new MoreInfo(text, sent.origin(), model, reviewer);
    }
}
