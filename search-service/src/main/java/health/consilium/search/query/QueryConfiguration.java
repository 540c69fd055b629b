package health.consilium.search.query;

import health.consilium.defaults.security.AccessRules;
import health.consilium.search.analysis.TextAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

    /** Searching takes any valid token, which is what routes without a rule need. */
    @Bean
    AccessRules accessRules() {
        return authorize -> {};
    }

    @Bean
    Interpreter interpreter(TextAnalysis analysis) {
        return new Interpreter(analysis);
    }
}
