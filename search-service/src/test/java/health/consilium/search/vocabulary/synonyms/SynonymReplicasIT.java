package health.consilium.search.vocabulary.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.web.EntityTags;
import health.consilium.search.OwnServers;
import health.consilium.search.Replica;
import health.consilium.search.vocabulary.Expansion;
import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.Vocabularies;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@OwnServers
class SynonymReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();

    @BeforeEach
    void startKafka() {
        kafka.start();
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void reachesAllReplicasAndOutlivesThem() {
        try (ConfigurableApplicationContext first = replica();
                ConfigurableApplicationContext second = replica()) {
            SynonymSet set = replace(first, null, "zebra cough", "whooping cough");
            await().atMost(PATIENCE).until(() -> version(second) == set.version());

            assertThat(expansions(first, "zebra cough")).containsExactly(List.of("whooping cough"));
            assertThat(expansions(second, "zebra cough")).containsExactly(List.of("whooping cough"));

            SynonymSet other = replace(second, EntityTags.of(set.version()), "zebra cough", "stripy cough");
            await().atMost(PATIENCE).until(() -> version(first) == other.version());
            assertThat(expansions(first, "zebra cough")).containsExactly(List.of("stripy cough"));
        }

        try (ConfigurableApplicationContext restarted = replica()) {
            assertThat(expansions(restarted, "zebra cough")).containsExactly(List.of("stripy cough"));

            long version = version(restarted);
            SynonymSet starter = restarted.getBean(SynonymChanges.class).reset(EntityTags.of(version));
            assertThat(starter.version()).isGreaterThan(version);
            assertThat(expansions(restarted, "heart attack")).isNotEmpty();
        }

        try (ConfigurableApplicationContext again = replica()) {
            assertThat(again.getBean(SynonymSets.class).set().isCustom()).isFalse();
            assertThat(version(again)).isEqualTo(3);
        }
    }

    @Test
    void agreesOnTheLastOfTwoConcurrentChanges() {
        try (ConfigurableApplicationContext first = replica();
                ConfigurableApplicationContext second = replica()) {
            var one = CompletableFuture.supplyAsync(() -> replace(first, "*", "zebra", "one"));
            var two = CompletableFuture.supplyAsync(() -> replace(second, "*", "zebra", "two"));
            long last = Math.max(one.join().version(), two.join().version());

            await().atMost(PATIENCE).until(() -> version(first) == last && version(second) == last);
            assertThat(one.join().version()).isNotEqualTo(two.join().version());
            assertThat(expansions(first, "zebra")).isEqualTo(expansions(second, "zebra"));
        }
    }

    @Test
    void changesNothingWhileKafkaIsAway() {
        try (ConfigurableApplicationContext replica = replica()) {
            kafka.stop();

            assertThatThrownBy(() -> replace(replica, null, "zebra", "one"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.UNAVAILABLE));

            assertThat(expansions(replica, "zebra")).isEmpty();
            assertThat(expansions(replica, "heart attack")).isNotEmpty();

            kafka.start();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                SynonymSet set = replace(replica, "*", "zebra", "two");
                return version(replica) == set.version();
            });
            assertThat(expansions(replica, "zebra")).containsExactly(List.of("two"));
        }
    }

    @Test
    void startsAnewWhenTheTopicIsAnother() {
        try (ConfigurableApplicationContext replica = replica()) {
            for (int i = 0; i < 20; i++) {
                replace(replica, "*", "zebra", "before");
            }
            kafka.replace();

            SynonymSet set = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> replace(replica, "*", "zebra", "after"), Objects::nonNull);

            await().atMost(PATIENCE).until(() -> version(replica) == set.version());
            assertThat(set.version()).isLessThan(20);
            assertThat(expansions(replica, "zebra")).containsExactly(List.of("after"));
        }
    }

    @Test
    void searchesWithTheStarterSetButTakesNoChangeBeforeTheTopicIsRead() {
        kafka.stop();

        try (ConfigurableApplicationContext replica = started()) {
            assertThat(expansions(replica, "heart attack")).isNotEmpty();
            assertThatThrownBy(() -> replace(replica, null, "zebra", "one"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.UNAVAILABLE));

            kafka.start();
            awaitKnown(replica);
            assertThat(replace(replica, null, "zebra", "one").version()).isEqualTo(1);
        }
    }

    private ConfigurableApplicationContext replica() {
        ConfigurableApplicationContext replica = started();
        awaitKnown(replica);
        return replica;
    }

    private ConfigurableApplicationContext started() {
        return Replica.start(
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve(UUID.randomUUID().toString()));
    }

    private static void awaitKnown(ConfigurableApplicationContext replica) {
        SynonymSets sets = replica.getBean(SynonymSets.class);
        await().atMost(PATIENCE).until(sets::isKnown);
    }

    private static SynonymSet replace(
            ConfigurableApplicationContext replica, @Nullable String ifMatch, String... terms) {
        return replica.getBean(SynonymChanges.class).replace(ifMatch, List.of(SynonymRule.equivalent(List.of(terms))));
    }

    private static long version(ConfigurableApplicationContext replica) {
        return replica.getBean(SynonymSets.class).set().version();
    }

    private static List<List<String>> expansions(ConfigurableApplicationContext replica, String query) {
        return replica.getBean(Vocabularies.class).current().expand(List.of(query.split(" "))).stream()
                .map(Expansion::as)
                .toList();
    }
}
