package health.consilium.gateway;

import com.nimbusds.jwt.JWTParser;
import health.consilium.stack.test.Tokens;
import java.text.ParseException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A gateway that a test starts and stops by itself, on free ports. */
public final class OwnGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private OwnGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static OwnGateway start(String... arguments) {
        return start(new Names(), arguments);
    }

    /** Starts one that looks up hosts there. */
    public static OwnGateway start(DnsResolver names, String... arguments) {
        var usual = Stream.of(
                "--server.port=0", "--management.server.port=0", "--consilium.security.issuer=" + issuerOfTheTokens());
        return new OwnGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers((GenericApplicationContext starting) -> starting.registerBean(
                        "namesOfTheTest", DnsResolver.class, () -> names, bean -> bean.setPrimary(true)))
                .run(Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new)));
    }

    private static String issuerOfTheTokens() {
        try {
            return JWTParser.parse(Tokens.of("doctor")).getJWTClaimsSet().getIssuer();
        } catch (ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Front front() {
        return frontAt("local.server.port");
    }

    /** The same for what only operators see. */
    public Front operators() {
        return frontAt("local.management.port");
    }

    private Front frontAt(String port) {
        return new Front(context.getEnvironment().getRequiredProperty(port, Integer.class));
    }

    public boolean isActive() {
        return context.isActive();
    }

    @Override
    public void close() {
        context.close();
    }
}
