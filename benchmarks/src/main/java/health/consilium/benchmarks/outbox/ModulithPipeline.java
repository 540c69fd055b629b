package health.consilium.benchmarks.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.support.EventExternalizerModuleListener;

/** Spring Modulith's publication registry and externalisation; its Kafka part of 2.1 can't be downloaded, so that is ours. */
final class ModulithPipeline extends Pipeline {

    private final ConfigurableApplicationContext context;
    private final SwitchableExecutor executor;

    private ModulithPipeline(ConfigurableApplicationContext context) {
        super(context);
        this.context = context;
        this.executor = context.getBean(SwitchableExecutor.class);
    }

    static Pipeline open(Workplace place) {
        return new ModulithPipeline(context(
                place,
                Beans.class,
                List.of("org.springframework.modulith.events", "org.springframework.boot.jackson"),
                properties(
                        "spring.flyway.locations=classpath:db/outbox/shared",
                        "spring.modulith.events.jdbc.schema-initialization.enabled=true",
                        "spring.modulith.events.completion-mode=delete")));
    }

    @Override
    void append(Change change) {
        context.publishEvent(change);
    }

    /** As after a restart: what was not sent is submitted again. */
    @Override
    void startRelay() {
        executor.turn(true);
        bean(IncompleteEventPublications.class).resubmitIncompletePublications(publication -> true);
    }

    @Override
    void stopRelay() {
        executor.turn(false);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {

        @Bean
        SwitchableExecutor applicationTaskExecutor() {
            return new SwitchableExecutor();
        }

        @Bean(destroyMethod = "close")
        KafkaProducer<byte[], byte[]> producer(Workplace place) {
            return place.producer();
        }

        @Bean
        EventExternalizationConfiguration externalization(Workplace place) {
            return EventExternalizationConfiguration.externalizing()
                    .select(Change.class::isInstance)
                    .route(
                            Change.class,
                            change -> RoutingTarget.forTarget(place.topic()).andKey(change.key()))
                    .build();
        }

        @Bean
        EventExternalizerModuleListener externalizer(
                EventExternalizationConfiguration configuration, KafkaProducer<byte[], byte[]> producer) {
            return new EventExternalizerModuleListener(
                    configuration, (event, target) -> send(producer, (Change) event, target));
        }

        private static CompletableFuture<?> send(
                KafkaProducer<byte[], byte[]> producer, Change change, RoutingTarget target) {
            CompletableFuture<Object> sent = new CompletableFuture<>();
            var unused = producer.send(
                    new ProducerRecord<>(target.getTarget(), change.keyBytes(), change.json()), (metadata, failure) -> {
                        if (failure == null) {
                            sent.complete(metadata);
                        } else {
                            sent.completeExceptionally(failure);
                        }
                    });
            return sent;
        }
    }
}
