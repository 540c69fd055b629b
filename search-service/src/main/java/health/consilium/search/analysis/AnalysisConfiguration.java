package health.consilium.search.analysis;

import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {

    @Bean
    TextAnalysis textAnalysis() {
        return new TextAnalysis(UnaryOperator.identity());
    }
}
