package health.consilium.search.feed;

import health.consilium.search.broker.KafkaClients;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateMessages;
import health.consilium.search.message.VectorTopic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    FeedProgress feedProgress() {
        return new FeedProgress(InstantSource.system());
    }

    @Bean
    FeedMetrics feedMetrics(MeterRegistry registry, FeedProgress progress) {
        return new FeedMetrics(registry, progress);
    }

    @Bean
    Sources feedSources(StateMessages states, ObjectProvider<VectorTopic> vectors) {
        return new Sources(states, vectors.getIfAvailable());
    }

    @Bean
    StateFeed stateFeed(
            KafkaClients clients,
            FeedSettings settings,
            SearchIndex index,
            Sources sources,
            FeedProgress progress,
            FeedMetrics metrics,
            ApplicationEventPublisher events) {
        return new StateFeed(clients, settings, index, sources, progress, metrics, events);
    }

    @Bean
    Filling filling(KafkaClients clients, FeedSettings settings, Sources sources) {
        return new Filling(clients, settings, sources);
    }
}
