package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.RealServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RealServers(keycloak = false)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "consilium.security.issuer=http://localhost:1/realms/consilium")
@DirtiesContext
class RestartIT {

    @TempDir
    static Path folder;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void keepTheIndexAside(DynamicPropertyRegistry properties) {
        properties.add("consilium.search.directory", () -> folder.resolve("unused"));
    }

    @Test
    void goesOnWhereItStopped() {
        try (Topics topics = new Topics(environment.getRequiredProperty("spring.kafka.bootstrap-servers"))) {
            topics.create();
            topics.publish(example(StateTopic.PAPER, "full").as("before", 1).published());
            try (ConfigurableApplicationContext first = start()) {
                awaitVersion(first, "before", 1);
            }
            topics.publish(example(StateTopic.PAPER, "full").as("between", 1).published());

            try (ConfigurableApplicationContext second = start()) {
                awaitVersion(second, "between", 1);

                assertThat(version(second, "before")).isEqualTo(1);
                assertThat(messagesReadAgain(second)).isZero();
            }
        }
    }

    private static void awaitVersion(ConfigurableApplicationContext service, String id, long version) {
        await().until(() -> version(service, id) == version);
    }

    private static long version(ConfigurableApplicationContext service, String id) {
        return service.getBean(SearchIndex.class).visibleVersion(new DocumentKey(DocumentType.PAPER, id));
    }

    private static double messagesReadAgain(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                .counter("consilium.search.feed.dropped")
                .count();
    }

    private ConfigurableApplicationContext start() {
        return Replica.start(
                property("spring.kafka.bootstrap-servers"),
                "consilium.search.directory=" + folder.resolve("index"),
                "consilium.search.vectors.enabled=false");
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }
}
