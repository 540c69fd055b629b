package health.consilium.search.broker;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    KafkaClients kafkaClients(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin) {
        return new KafkaClients(
                consumers::getConfigurationProperties,
                producers::getConfigurationProperties,
                admin::getConfigurationProperties);
    }
}
