package health.consilium.stack.test;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.stack.Readiness;
import health.consilium.stack.test.server.Broker;
import health.consilium.stack.test.server.OpenSearchNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class ServersIT {
    @Test
    void giveABrokerThatKeepsItsTopicsUntilItIsReplaced() throws Exception {
        try (Broker broker = Servers.newBroker()) {
            broker.start();
            createTopic(broker, "kept");

            broker.stop();
            broker.start();
            assertThat(topics(broker)).containsExactly("kept");

            broker.replace();
            assertThat(topics(broker)).isEmpty();
        }
    }

    @Test
    void giveANodeThatKeepsItsIndices() throws Exception {
        try (OpenSearchNode node = Servers.newOpenSearchNode()) {
            node.start();
            URI index = node.uri().resolve("/kept");
            create(index);

            node.stop();
            assertThat(Readiness.answers(index)).isFalse();
            node.start();
            assertThat(Readiness.answers(index)).isTrue();
        }
    }

    private static void createTopic(Broker broker, String name) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(Broker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void create(URI index) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(index).PUT(BodyPublishers.noBody()).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
