package health.consilium.qa.publication;

import health.consilium.defaults.outbox.OutboxTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutgoingTopics {

    @Bean
    OutboxTopic questionStates() {
        return OutboxTopic.state(QuestionMessages.TOPIC);
    }

    @Bean
    OutboxTopic doctorStates() {
        return OutboxTopic.state(DoctorMessages.TOPIC);
    }
}
