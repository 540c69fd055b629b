package health.consilium.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What stands behind the gateway in its tests: a good service, a broken one, and an address nobody listens at. */
public class Services implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Answers articles and the other paths of content. */
    public static final ServiceBehind CONTENT = ServiceBehind.start();

    /** Answers questions and the other paths of Q&A, as badly as a test wants. */
    public static final ScriptedServer QA = ScriptedServer.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "consilium.gateway.content-url=" + CONTENT.url(),
                        "consilium.gateway.qa-url=" + QA.url(),
                        "consilium.gateway.search-url=http://localhost:" + portNobodyListensAt())
                .applyTo(context);
    }

    private static int portNobodyListensAt() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
