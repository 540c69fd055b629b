package health.consilium.qa.publication;

import health.consilium.defaults.outbox.Outbox;
import health.consilium.defaults.outbox.OutboxMessage;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.doctor.DoctorChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends the public records of doctors to the outbox. */
@Component
class DoctorMessages {

    static final String TOPIC = "consilium.qa.doctor.state.v1";
    private static final String TYPE = "health.consilium.doctor.changed";
    private static final String SCHEMA = "/contracts/doctor.schema.json";

    private final Outbox outbox;
    private final JsonMapper json;

    DoctorMessages(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @EventListener
    void on(DoctorChanged event) {
        append(event.doctor());
    }

    void append(Doctor doctor) {
        outbox.append(
                new OutboxMessage(TOPIC, doctor.id(), TYPE, doctor.version(), SCHEMA, json.writeValueAsBytes(doctor)));
    }
}
