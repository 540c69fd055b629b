package health.consilium.stack.test;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.KafkaServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@RealServers(postgres = "content", keycloak = false)
@SpringBootTest(classes = RealServersIT.Application.class)
class RealServersIT {
    @Autowired
    private Environment environment;

    @Test
    void connectsTheApplicationToADatabaseOfItsOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"))) {
            assertThat(connection.getCatalog()).startsWith("content_");
        }
    }

    @Test
    void connectsTheApplicationToABroker() {
        String servers = environment.getRequiredProperty("spring.kafka.bootstrap-servers");

        assertThat(KafkaServer.answers(Integer.parseInt(servers.substring(servers.indexOf(':') + 1))))
                .isTrue();
    }

    @Test
    void startsOnlyWhatIsAskedFor() {
        assertThat(environment.containsProperty("consilium.security.issuer")).isFalse();
        assertThat(environment.getRequiredProperty("consilium.paging.cursor-key"))
                .hasSizeGreaterThan(40);
    }

    @Nested
    @RealServers(postgres = "other", kafka = false, keycloak = false)
    class WithAnotherContext {
        @Test
        void getsAnotherDatabase() {
            assertThat(environment.getRequiredProperty("spring.datasource.url")).contains("/other_");
            assertThat(environment.containsProperty("spring.kafka.bootstrap-servers"))
                    .isFalse();
        }
    }

    @Nested
    @SpringBootTest(classes = RealServersIT.Application.class, properties = "consilium.paging.cursor-key=of-the-test")
    class WithAPropertyOfItsOwn {
        @Test
        void keepsIt(@Autowired Environment own) {
            assertThat(own.getRequiredProperty("consilium.paging.cursor-key")).isEqualTo("of-the-test");
            assertThat(own.getRequiredProperty("spring.datasource.url")).contains("/content_");
        }
    }

    @Configuration
    static class Application {}
}
