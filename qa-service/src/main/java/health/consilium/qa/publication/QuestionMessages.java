package health.consilium.qa.publication;

import health.consilium.defaults.outbox.Outbox;
import health.consilium.defaults.outbox.OutboxMessage;
import health.consilium.qa.publication.PublishedQuestions.Published;
import health.consilium.qa.question.Change;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends what happened to questions to the outbox. */
@Component
class QuestionMessages {

    static final String TOPIC = "consilium.qa.question.state.v1";
    private static final String SCHEMA = "/contracts/question.schema.json";

    private final Outbox outbox;
    private final JsonMapper json;

    QuestionMessages(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    void changed(Published published, Change change) {
        PublishedQuestion question = published.question();
        append(UUID.fromString(question.id()), question.version(), change, published.body());
    }

    /** The last snapshot, then the tombstone that lets compaction forget the question. */
    void withdrawn(UUID id, long version, Instant at) {
        byte[] snapshot = json.writeValueAsBytes(new WithdrawnQuestion(id.toString(), "withdrawn", version, at));
        append(id, version, Change.WITHDRAWN, snapshot);
        append(id, version, Change.WITHDRAWN, null);
    }

    void append(UUID id, long version, Change change, byte @Nullable [] data) {
        String type = "health.consilium.question."
                + change.name().toLowerCase(Locale.ROOT).replace('_', '-');
        outbox.append(new OutboxMessage(TOPIC, id.toString(), type, version, SCHEMA, data));
    }

    private record WithdrawnQuestion(String id, String status, long version, Instant withdrawnAt) {}
}
