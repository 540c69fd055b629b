package health.consilium.search.analysis;

import health.consilium.search.vocabulary.Spelling;
import health.consilium.search.vocabulary.WordForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {

    @Bean
    TextAnalysis textAnalysis(Spelling spelling) {
        return new TextAnalysis(spelling::american);
    }

    /** Synonyms are found by the stems of their words, as documents are. */
    @Bean
    WordForm wordForm(TextAnalysis analysis) {
        return analysis::stem;
    }
}
