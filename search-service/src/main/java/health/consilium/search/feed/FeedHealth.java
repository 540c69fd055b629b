package health.consilium.search.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness: up once the index has caught up with what Kafka held at the start; later lag is only reported. */
@Component("searchFeed")
final class FeedHealth implements HealthIndicator {

    private final FeedProgress progress;

    FeedHealth(FeedProgress progress) {
        this.progress = progress;
    }

    @Override
    public Health health() {
        Health.Builder health = progress.isCaughtUp() ? Health.up() : Health.outOfService();
        progress.sources().forEach(source -> health.withDetail(source.source() + "LagMs", source.lagMs()));
        return health.withDetail("kafkaReachable", progress.isReachable()).build();
    }
}
