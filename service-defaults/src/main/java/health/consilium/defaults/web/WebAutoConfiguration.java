package health.consilium.defaults.web;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.problem.ProblemAdvice;
import health.consilium.defaults.problem.ProblemErrorController;
import health.consilium.defaults.problem.ProblemReportValve;
import health.consilium.defaults.problem.Problems;
import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Problems, body limits, cursors and, where there is a database, idempotency keys. */
@AutoConfiguration(
        before = ErrorMvcAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@EnableConfigurationProperties(WebSettings.class)
public class WebAutoConfiguration {

    /** After Spring Security, so that bodies of strangers are never read. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    Problems problems(ObjectProvider<Tracer> tracer, JsonMapper json) {
        return new Problems(tracer, json);
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports(Problems problems) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReportValve(problems)));
    }

    @Bean
    @ConditionalOnProperty("consilium.paging.cursor-key")
    Cursors cursors(@Value("${consilium.paging.cursor-key}") String secret) {
        return new Cursors(secret);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(WebSettings settings, Problems problems) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(settings, problems));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(type = "org.springframework.jdbc.core.simple.JdbcClient")
    @EnableScheduling
    static class Idempotency {

        @Bean
        StoredResponses storedResponses(JdbcClient database) {
            return new StoredResponses(database);
        }

        @Bean
        FilterRegistrationBean<IdempotencyFilter> idempotency(
                StoredResponses responses, PlatformTransactionManager transactions, Problems problems) {
            var filter = new FilterRegistrationBean<>(
                    new IdempotencyFilter(responses, new TransactionTemplate(transactions), problems));
            filter.setOrder(AFTER_SECURITY + 1);
            return filter;
        }

        @Bean
        FilterRegistrationBean<LargeBodyFilter> largeBodies(WebSettings settings, Problems problems) {
            var filter = new FilterRegistrationBean<>(new LargeBodyFilter(settings, problems));
            filter.setOrder(AFTER_SECURITY + 1);
            return filter;
        }
    }
}
