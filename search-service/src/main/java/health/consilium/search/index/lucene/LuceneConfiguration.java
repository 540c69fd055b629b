package health.consilium.search.index.lucene;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "consilium.search.engine", havingValue = "lucene", matchIfMissing = true)
class LuceneConfiguration {

    @Bean
    SearchIndex searchIndex(LuceneSettings settings, TextAnalysis analysis, IndexRecipe recipe) {
        return LuceneSearchIndex.open(settings, analysis, recipe, InstantSource.system());
    }
}
