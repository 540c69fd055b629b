package health.consilium.gateway.route;

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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Replicas are servers at one port of several loopback addresses, which stand behind one name. */
@SpringJUnitConfig(ReplicasTest.NoBeans.class)
@RealServers(kafka = false)
@Timeout(60)
abstract class ReplicasTest {

    static final String HOST = "replicas.test";
    static final String FIRST = "127.0.0.1";
    static final String SECOND = "127.0.0.2";
    static final String THIRD = "127.0.0.3";
    static final Duration SOON = Duration.ofSeconds(4);

    final Names names = new Names();
    final ServiceBehind first = ServiceBehind.start();
    final int port = first.port();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(first::stop));
    Front front;
    Front operators;

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

    ServiceBehind service(String address) {
        var service = ServiceBehind.start(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        toClose.addFirst(service::stop);
        return service;
    }

    ScriptedServer scripted(String address) {
        var server = ScriptedServer.start(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        toClose.addFirst(server::stop);
        return server;
    }

    /** Makes the name stand for these, and waits until the gateway knows that they are ready. */
    void use(String... addresses) {
        names.set(HOST, addresses);
        await().atMost(SOON).until(() -> known() == addresses.length && usable() == addresses.length);
    }

    HttpResponse<String> read() throws Exception {
        return front.get("/api/v1/articles", Tokens.of("member"));
    }

    HttpResponse<String> write() throws Exception {
        return front.post("/api/v1/articles", Tokens.of("editor"), "{}");
    }

    static int received(ServiceBehind service) {
        return service.received().size();
    }

    long known() throws Exception {
        return metric("consilium_gateway_replicas_known{service=\"content\"");
    }

    long usable() throws Exception {
        return metric("consilium_gateway_replicas_usable{service=\"content\"");
    }

    long pooled() throws Exception {
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
