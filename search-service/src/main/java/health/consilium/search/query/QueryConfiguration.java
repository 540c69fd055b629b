package health.consilium.search.query;

import health.consilium.defaults.security.AccessRules;
import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.vector.QueryVectors;
import health.consilium.search.vocabulary.Vocabularies;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    /** Searching takes any valid token, which is what routes without a rule need. */
    @Bean
    AccessRules accessRules() {
        return authorize -> {};
    }

    @Bean
    WebMvcConfigurer searchParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SearchParametersArgument());
            }
        };
    }

    @Bean
    Planner planner(TextAnalysis analysis, Vocabularies vocabularies, SearchIndex index, QueryVectors vectors) {
        return new Planner(
                new Interpreter(analysis, name -> index.has(IndexField.WHOLE, name)),
                new Expansions(analysis, vocabularies, index),
                text -> index.findsByMeaning() ? vectors.of(analysis.respelt(text)) : Optional.empty());
    }
}
