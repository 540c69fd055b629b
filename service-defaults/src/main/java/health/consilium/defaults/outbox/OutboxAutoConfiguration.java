package health.consilium.defaults.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** The outbox and its relay, where a service has a PostgreSQL database and Kafka. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ConditionalOnClass({JdbcClient.class, KafkaAdmin.class, org.postgresql.PGConnection.class})
@ConditionalOnBean({JdbcClient.class, JdbcConnectionDetails.class})
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient database,
            ObjectProvider<Tracer> tracer,
            @Value("${spring.application.name}") String application) {
        return new Outbox(database, tracer, "/consilium/" + application.replace("-service", ""));
    }

    @Bean
    ReplicationSlot replicationSlot(JdbcClient database, PlatformTransactionManager transactions) {
        return new ReplicationSlot(database, transactions);
    }

    @Bean
    @ConditionalOnProperty(name = "consilium.outbox.enabled", matchIfMissing = true)
    OutboxRelay outboxRelay(
            JdbcConnectionDetails database,
            ReplicationSlot slot,
            ProducerFactory<?, ?> kafka,
            KafkaAdmin admin,
            ObjectProvider<OutboxTopic> topics,
            ObjectProvider<Republisher> republishers,
            OutboxSettings settings) {
        Map<String, Object> producer = producerSettings(kafka.getConfigurationProperties());
        return new OutboxRelay(
                database,
                slot,
                () -> new KafkaProducer<>(producer),
                admin.getConfigurationProperties(),
                topics.orderedStream().toList(),
                republishers.orderedStream().toList(),
                settings);
    }

    @Bean
    @ConditionalOnBean(OutboxRelay.class)
    MeterBinder outboxMeters(OutboxRelay relay, ReplicationSlot slot) {
        return (MeterRegistry registry) -> {
            Gauge.builder("consilium.outbox.leading", relay, leader -> leader.leads() ? 1 : 0)
                    .description("1 on the instance that relays the outbox")
                    .register(registry);
            Gauge.builder("consilium.outbox.lag", slot, ReplicationSlot::lagBytes)
                    .description("log that Kafka has not acknowledged yet")
                    .baseUnit("bytes")
                    .register(registry);
        };
    }

    /** Never gives up and never reorders: what the broker has not taken is sent again, in order, for as long as it takes. */
    private static Map<String, Object> producerSettings(Map<String, Object> shared) {
        Map<String, Object> producer = new HashMap<>(shared);
        producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, OutboxSettings.LARGEST_RECORD);
        producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * OutboxSettings.LARGEST_RECORD);
        return producer;
    }
}
