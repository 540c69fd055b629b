package health.consilium.gateway.fallback;

import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the embedded server must do differently for a gateway. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Lets an encoded slash through as it is: whether it separates is the service's business. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Tells a caller who asks first ({@code Expect: 100-continue}) to go on only once its body is wanted. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnRead() {
        return server -> server.addProtocolHandlerCustomizers(protocol -> ((AbstractHttp11Protocol<?>) protocol)
                .setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }
}
