package health.consilium.gateway.upstream;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names are looked up by the JVM, whose own memory of them {@code GatewayApplication} switches off. */
@Configuration(proxyBeanMethods = false)
class NameService {

    @Bean
    DnsResolver names() {
        return SystemDefaultDnsResolver.INSTANCE;
    }
}
