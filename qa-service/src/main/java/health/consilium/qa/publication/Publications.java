package health.consilium.qa.publication;

import static java.util.stream.Collectors.toMap;

import health.consilium.qa.answer.Answer;
import health.consilium.qa.answer.Answers;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.doctor.Doctors;
import health.consilium.qa.publication.PublishedQuestions.Published;
import health.consilium.qa.question.Change;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.Question;
import health.consilium.qa.question.QuestionChanged;
import health.consilium.qa.question.QuestionState;
import health.consilium.qa.topic.Topics;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Renders public questions into the projection and hands the same bytes to the outbox, in one transaction. */
@Service
public class Publications {

    private final Answers answers;
    private final Topics topics;
    private final Doctors doctors;
    private final PublishedQuestions projection;
    private final QuestionMessages messages;
    private final JsonMapper json;

    Publications(
            Answers answers,
            Topics topics,
            Doctors doctors,
            PublishedQuestions projection,
            QuestionMessages messages,
            JsonMapper json) {
        this.answers = answers;
        this.topics = topics;
        this.doctors = doctors;
        this.projection = projection;
        this.messages = messages;
        this.json = json;
    }

    @EventListener
    void on(QuestionChanged event) {
        if (event.change() == Change.WITHDRAWN) {
            withdraw(event.question());
        } else {
            Published published = bytes(rendering(event.question()).published());
            projection.put(List.of(published));
            messages.changed(published, event.change());
        }
    }

    /** Makes these the public forms of new questions, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Collection<Rendering> renderings) {
        List<Published> published =
                renderings.stream().map(Rendering::published).map(this::bytes).toList();
        projection.put(published);
        published.forEach(one -> messages.changed(one, change(one.question().state())));
    }

    /** The change that brought a question where it stands, for when nothing more is known. */
    public static Change change(QuestionState state) {
        return state == QuestionState.ANSWERED ? Change.ANSWERED : Change.PUBLISHED;
    }

    private Published bytes(PublishedQuestion question) {
        return new Published(question, json.writeValueAsBytes(question));
    }

    Rendering rendering(Question question) {
        List<Answer> given = answers.of(question.id());
        var names = doctors.find(mentioned(question, given)).stream().collect(toMap(Doctor::id, Doctor::name));
        return new Rendering(question, given, topics.find(question.content().topics()), names);
    }

    private void withdraw(Question question) {
        projection.withdraw(question);
        messages.withdrawn(question.id(), question.version(), question.updatedAt());
    }

    private static Set<String> mentioned(Question question, List<Answer> given) {
        Set<String> ids = new HashSet<>();
        given.forEach(answer -> ids.add(answer.doctorId()));
        MoreInfo background = question.moreInfo();
        if (background != null && background.reviewedBy() != null) {
            ids.add(background.reviewedBy());
        }
        String addressee = question.content().addressedTo();
        if (addressee != null) {
            ids.add(addressee);
        }
        return ids;
    }
}
