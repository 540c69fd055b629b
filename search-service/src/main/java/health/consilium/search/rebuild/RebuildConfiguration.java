package health.consilium.search.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.defaults.security.AccessRules;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.broker.KafkaClients;
import health.consilium.search.feed.FeedProgress;
import health.consilium.search.feed.Filling;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.VectorTopic;
import health.consilium.search.vocabulary.Spelling;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    private static final int NAME_LENGTH = 8;

    @Bean
    AccessRules rebuildRules() {
        String path = RebuildController.PATH;
        return authorize -> authorize.requestMatchers(path, path + "/**").hasRole("ops");
    }

    @Bean
    IndexRecipe indexRecipe(Spelling spelling, ObjectProvider<VectorTopic> vectors) {
        VectorTopic topic = vectors.getIfAvailable();
        return new IndexRecipe(TextAnalysis.version(spelling), topic == null ? null : topic.model());
    }

    @Bean
    Rebuilds rebuilds() {
        return new Rebuilds();
    }

    @Bean
    RebuildTopic rebuildTopic(KafkaClients clients, RebuildSettings settings, JsonMapper json) {
        return new RebuildTopic(clients, settings, json);
    }

    @Bean
    RebuildReader rebuildReader(RebuildTopic topic, Rebuilds rebuilds, ApplicationEventPublisher events) {
        return new RebuildReader(topic, rebuilds, events);
    }

    @Bean
    RebuildRequests rebuildRequests(RebuildTopic topic, Rebuilds rebuilds, RebuildSettings settings) {
        return new RebuildRequests(topic, rebuilds, settings.kept(), InstantSource.system());
    }

    @Bean
    Reports rebuildReports(
            RebuildTopic topic,
            Rebuilds rebuilds,
            RebuildSettings settings,
            SearchIndex index,
            Environment environment) {
        Path directory = Binder.get(environment)
                .bind("consilium.search.directory", Path.class)
                .orElse(Path.of(""));
        String replica = index.feedingGroup().isPresent() ? "cluster" : name(settings, directory);
        return new Reports(topic, rebuilds, replica, settings.reportInterval(), InstantSource.system());
    }

    @Bean
    RebuildWork rebuildWork(
            Rebuilds rebuilds,
            RebuildRequests requests,
            Reports reports,
            SearchIndex index,
            IndexRecipe recipe,
            Filling filling,
            FeedProgress feed,
            MeterRegistry registry) {
        return new RebuildWork(rebuilds, requests, reports, index, recipe, filling, feed, new RebuildMetrics(registry));
    }

    @Bean
    RebuildWorker rebuildWorker(RebuildWork work, RebuildTopic topic, SearchIndex index) {
        Supplier<Turn> turns = index.feedingGroup()
                .<Supplier<Turn>>map(group -> () -> new GroupTurn(topic, group + "-rebuild"))
                .orElse(() -> () -> true);
        return new RebuildWorker(work, turns);
    }

    @Bean
    OwnRebuild ownRebuild(Rebuilds rebuilds, Reports reports, SearchIndex index, IndexRecipe recipe) {
        return new OwnRebuild(rebuilds, reports.replica(), index, recipe);
    }

    /** The same after a restart, and nothing that tells where the replica runs. */
    private static String name(RebuildSettings settings, Path directory) {
        if (settings.replica() != null) {
            return settings.replica();
        }
        String place = host() + " " + directory.toAbsolutePath().normalize();
        return UUID.nameUUIDFromBytes(place.getBytes(UTF_8)).toString().substring(0, NAME_LENGTH);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
