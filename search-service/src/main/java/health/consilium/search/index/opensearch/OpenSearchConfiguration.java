package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "consilium.search.engine", havingValue = "opensearch")
class OpenSearchConfiguration {

    @Bean
    SearchIndex searchIndex(OpenSearchSettings settings, TextAnalysis analysis, IndexRecipe recipe) {
        return new OpenSearchSearchIndex(settings, analysis, recipe, InstantSource.system());
    }
}
