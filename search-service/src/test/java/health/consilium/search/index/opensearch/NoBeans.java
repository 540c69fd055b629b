package health.consilium.search.index.opensearch;

import org.springframework.context.annotation.Configuration;

/** For tests that need a real server's address and nothing of the service: they share one context. */
@Configuration
class NoBeans {}
