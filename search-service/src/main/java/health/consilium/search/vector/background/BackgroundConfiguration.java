package health.consilium.search.vector.background;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateMessages;
import health.consilium.search.message.VectorTopic;
import health.consilium.search.vector.LoadedModel;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "consilium.search.vectors.enabled", havingValue = "true", matchIfMissing = true)
class BackgroundConfiguration {

    @Bean
    VectorClients vectorClients(
            ConsumerFactory<?, ?> consumers,
            ProducerFactory<?, ?> producers,
            KafkaAdmin admin,
            VectorTopic topic,
            BackgroundSettings settings) {
        return new VectorClients(
                consumers::getConfigurationProperties,
                producers::getConfigurationProperties,
                admin::getConfigurationProperties,
                topic,
                settings);
    }

    @Bean
    KnownVectors knownVectors(SearchIndex index) {
        return index::hasVectors;
    }

    @Bean
    GroupBacklog groupBacklog(VectorClients clients) {
        return new GroupBacklog(clients);
    }

    @Bean
    WorkMetrics workMetrics(MeterRegistry registry, GroupBacklog backlog) {
        return new WorkMetrics(registry, backlog::records);
    }

    @Bean
    VectorWorker vectorWorker(
            VectorClients clients,
            StateMessages messages,
            KnownVectors known,
            LoadedModel loaded,
            FeedProgress feed,
            GroupBacklog backlog,
            WorkMetrics metrics) {
        return new VectorWorker(clients, messages, known, loaded, feed, backlog, metrics);
    }
}
