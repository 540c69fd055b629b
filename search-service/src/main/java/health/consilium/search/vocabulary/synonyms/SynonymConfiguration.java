package health.consilium.search.vocabulary.synonyms;

import health.consilium.defaults.security.AccessRules;
import health.consilium.search.broker.KafkaClients;
import health.consilium.search.vocabulary.Singular;
import health.consilium.search.vocabulary.Spelling;
import health.consilium.search.vocabulary.WordForm;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SynonymConfiguration {

    @Bean
    AccessRules synonymRules() {
        return authorize -> authorize.requestMatchers(SynonymController.PATH).hasRole("ops");
    }

    @Bean
    Spelling spelling() {
        return Spelling.standard();
    }

    @Bean
    SynonymSets synonymSets(Spelling spelling, ObjectProvider<WordForm> form) {
        return new SynonymSets(SynonymSet.starter(), spelling, form.getIfAvailable(Singular::new));
    }

    @Bean
    SynonymTopic synonymTopic(KafkaClients clients, SynonymSettings settings, JsonMapper json) {
        return new SynonymTopic(clients, settings, json);
    }

    @Bean
    SynonymReader synonymReader(SynonymTopic topic, SynonymSets sets, ApplicationEventPublisher events) {
        return new SynonymReader(topic, sets, events);
    }

    @Bean
    SynonymChanges synonymChanges(SynonymTopic topic, SynonymSets sets) {
        return new SynonymChanges(topic, sets, InstantSource.system());
    }

    @Bean
    SynonymConverter solrConverter() {
        return new SynonymConverter(MediaType.TEXT_PLAIN, new SolrForm());
    }

    @Bean
    SynonymConverter csvConverter() {
        return new SynonymConverter(MediaType.valueOf(SynonymController.CSV), new CsvForm());
    }
}
