package health.consilium.gateway.route;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.gateway.Front;
import health.consilium.gateway.Names;
import health.consilium.gateway.OwnGateway;
import health.consilium.gateway.ScriptedServer;
import health.consilium.gateway.ServiceBehind;
import health.consilium.stack.test.RealServers;
import health.consilium.stack.test.Tokens;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Replicas are servers at one port of several loopback addresses, which stand behind one name. */
@SpringJUnitConfig(ReplicasIT.NoBeans.class)
@RealServers(kafka = false)
@Timeout(60)
class ReplicasIT {

    private static final String HOST = "replicas.test";
    private static final String FIRST = "127.0.0.1";
    private static final String SECOND = "127.0.0.2";
    private static final String THIRD = "127.0.0.3";
    private static final Duration SOON = Duration.ofSeconds(4);

    private final Names names = new Names();
    private final ServiceBehind first = ServiceBehind.start();
    private final int port = first.port();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(first::stop));
    private Front front;
    private Front operators;

    @BeforeEach
    void startAGateway() {
        names.set(HOST, FIRST);
        var gateway = OwnGateway.start(
                names,
                "--consilium.gateway.content-url=http://" + HOST + ":" + port,
                "--consilium.gateway.keep-idle=1s");
        toClose.add(gateway);
        front = gateway.front();
        operators = gateway.operators();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : toClose) {
            each.close();
        }
    }

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
    void answersReadsWholeThoughAReplicaBreaksOff() throws Exception {
        ScriptedServer broken = scripted(SECOND);
        broken.does(ScriptedServer.writes("HTTP/1.1 200 OK\nContent-Length: 1000\n\n{\"cut\":"));
        use(FIRST, SECOND);

        for (int read = 0; read < 10; read++) {
            HttpResponse<String> answer = read();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
        }

        assertThat(broken.requests()).isPositive();
    }

    @Test
    void answersReadsWhileAReplicaIsKilled() throws Exception {
        ServiceBehind second = service(SECOND);
        use(FIRST, SECOND);

        for (int read = 0; read < 40; read++) {
            if (read == 10) {
                second.stop();
            }
            assertThat(read().statusCode()).isEqualTo(200);
        }

        assertThat(received(second)).isPositive();
    }

    @Test
    void sendsAWriteOnceThoughAReplicaBreaksOff() throws Exception {
        ScriptedServer broken = scripted(SECOND);
        use(FIRST, SECOND);

        var statuses = new ArrayList<Integer>();
        for (int write = 0; write < 6; write++) {
            statuses.add(write().statusCode());
        }

        assertThat(statuses).contains(200, 502);
        assertThat(received(first) + broken.requests()).isEqualTo(6);
    }

    @Test
    void sendsAWriteToAnotherReplicaWhenOneRefuses() throws Exception {
        ServiceBehind second = service(SECOND);
        use(FIRST, SECOND);
        second.stop();

        for (int write = 0; write < 4; write++) {
            assertThat(write().statusCode()).isEqualTo(200);
        }

        assertThat(received(first)).isEqualTo(4);
    }

    @Test
    void readsPastAReplicaThatDoesNotEvenRefuse() throws Exception {
        first.saysItIsReady(false);
        try (var deaf = new ServerSocket(port, 1, InetAddress.ofLiteral(SECOND));
                var waiting = new Socket(SECOND, port);
                var waitingToo = new Socket(SECOND, port)) {
            names.set(HOST, FIRST, SECOND);
            await().atMost(SOON).until(() -> known() == 2 && usable() == 0);

            assertThat(read().statusCode()).isEqualTo(200);
            assertThat(read().statusCode()).isEqualTo(200);
            assertThat(deaf.isBound() && waiting.isConnected() && waitingToo.isConnected())
                    .isTrue();
        }
    }

    @Test
    void asksAnotherReplicaWhenOneCannotAnswerNow() throws Exception {
        ServiceBehind second = service(SECOND);
        second.answers(503, Map.of("Content-Type", "application/problem+json"), "{}");
        use(FIRST, SECOND);

        for (int read = 0; read < 4; read++) {
            assertThat(read().statusCode()).isEqualTo(200);
        }

        assertThat(received(second)).isPositive();
    }

    @Test
    void passesOnThatNoReplicaCanAnswerNow() throws Exception {
        ServiceBehind second = service(SECOND);
        use(FIRST, SECOND);
        List.of(first, second)
                .forEach(service -> service.answers(503, Map.of("Retry-After", "9"), "{\"all\":\"same\"}"));

        HttpResponse<String> answer = read();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"all\":\"same\"}");
        assertThat(Front.header(answer, "Retry-After")).isEqualTo("9");
        assertThat(received(first) + received(second)).isEqualTo(2);
    }

    @Test
    void saysThatAServiceIsUnavailableWithoutReplicas() throws Exception {
        service(SECOND).stop();
        names.set(HOST, SECOND, THIRD);
        await().atMost(SOON).until(() -> known() == 2 && usable() == 0);

        problem(read(), 503, "unavailable");
        problem(write(), 503, "unavailable");
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

    private ServiceBehind service(String address) {
        var service = ServiceBehind.start(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        toClose.addFirst(service::stop);
        return service;
    }

    private ScriptedServer scripted(String address) {
        var server = ScriptedServer.start(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        toClose.addFirst(server::stop);
        return server;
    }

    /** Makes the name stand for these, and waits until the gateway knows that they are ready. */
    private void use(String... addresses) {
        names.set(HOST, addresses);
        await().atMost(SOON).until(() -> known() == addresses.length && usable() == addresses.length);
    }

    private HttpResponse<String> read() throws Exception {
        return front.get("/api/v1/articles", Tokens.of("member"));
    }

    private HttpResponse<String> write() throws Exception {
        return front.post("/api/v1/articles", Tokens.of("editor"), "{}");
    }

    private static int received(ServiceBehind service) {
        return service.received().size();
    }

    private long known() throws Exception {
        return metric("consilium_gateway_replicas_known{service=\"content\"");
    }

    private long usable() throws Exception {
        return metric("consilium_gateway_replicas_usable{service=\"content\"");
    }

    private long pooled() throws Exception {
        return metric("httpcomponents_httpclient_pool_total_connections{httpclient=\"requests\",state=\"available\"");
    }

    private long metric(String start) throws Exception {
        return operators
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line ->
                        Double.valueOf(line.substring(line.lastIndexOf(' '))).longValue())
                .findFirst()
                .orElseThrow();
    }

    static class NoBeans {}
}
