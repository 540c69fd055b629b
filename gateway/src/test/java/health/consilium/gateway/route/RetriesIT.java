package health.consilium.gateway.route;

import static health.consilium.gateway.Front.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.gateway.Front;
import health.consilium.gateway.ScriptedServer;
import health.consilium.gateway.ServiceBehind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a request whose replica fails it. */
class RetriesIT extends ReplicasTest {

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
}
