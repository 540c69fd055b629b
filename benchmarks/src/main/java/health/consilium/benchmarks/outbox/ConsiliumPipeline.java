package health.consilium.benchmarks.outbox;

import health.consilium.defaults.outbox.Outbox;
import health.consilium.defaults.outbox.OutboxMessage;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;

/** Our own: messages in the write-ahead log, and the relay that service-defaults configures. */
final class ConsiliumPipeline extends Pipeline {

    private final String topic;
    private final Outbox outbox;
    private final SmartLifecycle relay;

    private ConsiliumPipeline(ConfigurableApplicationContext context, String topic) {
        super(context);
        this.topic = topic;
        this.outbox = context.getBean(Outbox.class);
        this.relay = context.getBean("outboxRelay", SmartLifecycle.class);
    }

    static Pipeline open(Workplace place) {
        ConfigurableApplicationContext context = context(
                place,
                Beans.class,
                List.of("org.springframework.boot.kafka", "health.consilium.defaults.outbox"),
                properties("spring.flyway.locations=classpath:db/defaults,classpath:db/outbox/shared"));
        var pipeline = new ConsiliumPipeline(context, place.topic());
        pipeline.stopRelay();
        return pipeline;
    }

    @Override
    void append(Change change) {
        outbox.append(new OutboxMessage(
                topic, change.key(), "benchmark.changed", change.version(), "/benchmark", change.json()));
    }

    @Override
    void startRelay() {
        relay.start();
    }

    @Override
    void stopRelay() {
        relay.stop();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Beans {}
}
