package health.consilium.search.vector;

import health.consilium.search.message.VectorTopic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VectorConfiguration {

    private static final int FAILURES_IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    LoadedModel loadedModel(VectorSettings settings, List<ModelSource> sources) {
        return settings.enabled() ? LoadedModel.of(source(settings.model(), sources)) : LoadedModel.none();
    }

    private static ModelSource source(String id, List<ModelSource> sources) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("consilium.search.vectors.model is '%s', but the models are %s"
                                .formatted(
                                        id,
                                        sources.stream().map(ModelSource::id).toList())));
    }

    @Bean
    @ConditionalOnProperty(name = "consilium.search.vectors.enabled", havingValue = "true", matchIfMissing = true)
    VectorTopic vectorTopic(VectorSettings settings) {
        return new VectorTopic(settings.model());
    }

    @Bean
    QueryVectors queryVectors(LoadedModel loaded, VectorSettings settings, MeterRegistry registry) {
        return new QueryVectors(
                loaded, settings.patience(), new Breaker(FAILURES_IN_A_ROW, PAUSE), new QueryMetrics(registry));
    }

    @Bean
    VectorProgress vectorProgress(VectorSettings settings, LoadedModel loaded, ObjectProvider<VectorWork> work) {
        return new VectorProgress(settings.model(), loaded, work.getIfAvailable());
    }
}
