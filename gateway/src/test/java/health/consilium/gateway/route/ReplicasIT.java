package health.consilium.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.gateway.ServiceBehind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which replicas there are, and which of them a request goes to. */
class ReplicasIT extends ReplicasTest {

    @Test
    void spreadsReadsEvenly() throws Exception {
        ServiceBehind second = service(SECOND);
        ServiceBehind third = service(THIRD);
        use(FIRST, SECOND, THIRD);

        for (int read = 0; read < 30; read++) {
            assertThat(read().statusCode()).isEqualTo(200);
        }

        assertThat(Stream.of(first, second, third)
                        .map(service -> service.received().size()))
                .containsExactly(10, 10, 10);
    }

    @Test
    void callsEachReplicaByTheServicesName() throws Exception {
        read();

        assertThat(first.last().header("Host")).isEqualTo(HOST + ":" + port);
    }

    @Test
    void findsAReplicaThatComesAndLeavesOneThatGoes() throws Exception {
        ServiceBehind second = service(SECOND);

        names.set(HOST, SECOND);

        await().atMost(SOON).until(() -> read().statusCode() == 200 && received(second) > 0);
        int before = received(first);
        for (int read = 0; read < 4; read++) {
            assertThat(read().statusCode()).isEqualTo(200);
        }
        assertThat(received(first)).isEqualTo(before);
    }

    @Test
    void closesConnectionsToAReplicaThatIsGone() throws Exception {
        service(SECOND);
        use(FIRST, SECOND);
        read();
        read();
        assertThat(pooled()).isEqualTo(2);

        use(SECOND);

        await().atMost(SOON).until(() -> read().statusCode() == 200 && pooled() == 1);
    }

    @Test
    void keepsTheLastAddressesWhileTheNameServiceFails() throws Exception {
        names.set(HOST);

        int before = names.questions();
        await().atMost(SOON).until(() -> names.questions() >= before + 2);

        assertThat(read().statusCode()).isEqualTo(200);
    }

    @Test
    void avoidsAReplicaThatIsNotReady() throws Exception {
        ServiceBehind second = service(SECOND);
        use(FIRST, SECOND);

        second.saysItIsReady(false);

        await().atMost(SOON).until(() -> usable() == 1);
        for (int read = 0; read < 4; read++) {
            assertThat(read().statusCode()).isEqualTo(200);
        }
        assertThat(second.received()).isEmpty();
        assertThat(front.get("/health").body()).contains("\"content\":\"UP\"");
    }

    @Test
    void asksReplicasThatAreNotReadyIfThereAreNoOthers() throws Exception {
        first.saysItIsReady(false);

        await().atMost(SOON).until(() -> usable() == 0);

        assertThat(read().statusCode()).isEqualTo(200);
        assertThat(front.get("/health").body()).contains("\"content\":\"DOWN\"");
    }

    @Test
    void namesNoAddressInItsMetrics() throws Exception {
        service(SECOND);
        use(FIRST, SECOND);
        read();
        read();

        assertThat(operators.get("/actuator/prometheus").body())
                .contains("consilium_gateway_replicas_known", "httpcomponents_httpclient_request_seconds")
                .doesNotContain(SECOND);
    }
}
