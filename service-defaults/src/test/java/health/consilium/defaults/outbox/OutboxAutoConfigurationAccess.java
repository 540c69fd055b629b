package health.consilium.defaults.outbox;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Makes the relay a second instance of the service would run. */
final class OutboxAutoConfigurationAccess {

    private final ApplicationContext context;

    OutboxAutoConfigurationAccess(ApplicationContext context) {
        this.context = context;
    }

    OutboxRelay anotherRelay() {
        return new OutboxAutoConfiguration()
                .outboxRelay(
                        context.getBean(JdbcConnectionDetails.class),
                        context.getBean(ReplicationSlot.class),
                        context.getBean(ProducerFactory.class),
                        context.getBean(KafkaAdmin.class),
                        context.getBeanProvider(OutboxTopic.class),
                        context.getBeanProvider(Republisher.class),
                        context.getBean(OutboxSettings.class));
    }
}
