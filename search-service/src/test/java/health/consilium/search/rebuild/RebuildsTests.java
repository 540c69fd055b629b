package health.consilium.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RebuildsTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Rebuilds rebuilds = new Rebuilds();

    @Test
    void areOpenToReplicasWhoseIndexIsOlder() {
        RebuildRequest request = asked(0, null);

        assertThat(rebuilds.openTo("a", NOW.minusSeconds(1)))
                .extracting(Rebuild::request)
                .containsExactly(request);
        assertThat(rebuilds.openTo("a", NOW)).isEmpty();
    }

    @Test
    void areOpenNewestFirstSoThatOneFulfilsThemAll() {
        RebuildRequest first = asked(0, null);
        RebuildRequest second = asked(3, null);

        assertThat(rebuilds.openTo("a", NOW.minusSeconds(1)))
                .extracting(Rebuild::request)
                .containsExactly(second, first);
    }

    @Test
    void areOnlyForTheReplicaTheyName() {
        asked(0, "a");

        assertThat(rebuilds.openTo("a", Instant.EPOCH)).hasSize(1);
        assertThat(rebuilds.openTo("b", Instant.EPOCH)).isEmpty();
    }

    @Test
    void areTriedAgainAfterARestartButNotAfterAFailure() {
        RebuildRequest request = asked(0, null);
        ReplicaProgress started = ReplicaProgress.started(NOW);

        rebuilds.take(request.id(), "a", started);
        assertThat(rebuilds.openTo("a", Instant.EPOCH)).hasSize(1);

        rebuilds.take(request.id(), "a", started.finished(RebuildState.FAILED, NOW));
        assertThat(rebuilds.openTo("a", Instant.EPOCH)).isEmpty();
        assertThat(rebuilds.openTo("b", Instant.EPOCH)).hasSize(1);
    }

    @Test
    void tellOnceThatANewIndexFulfilsThem() {
        RebuildRequest request = asked(0, null);

        assertThat(rebuilds.silentlyFulfilled("a", NOW.plusSeconds(1), NOW.minusSeconds(60)))
                .hasSize(1);
        assertThat(rebuilds.silentlyFulfilled("a", NOW.plusSeconds(1), NOW.plusSeconds(60)))
                .isEmpty();

        rebuilds.take(request.id(), "a", ReplicaProgress.waiting(NOW).finished(RebuildState.DONE, NOW));
        assertThat(rebuilds.silentlyFulfilled("a", NOW.plusSeconds(1), NOW.minusSeconds(60)))
                .isEmpty();
    }

    @Test
    void runUntilTheLastReplicaIsDone() {
        RebuildRequest request = asked(0, null);
        assertThat(state(request)).isEqualTo(RebuildState.WAITING);

        rebuilds.take(request.id(), "a", ReplicaProgress.started(NOW));
        assertThat(state(request)).isEqualTo(RebuildState.RUNNING);

        rebuilds.take(request.id(), "b", ReplicaProgress.waiting(NOW));
        rebuilds.take(request.id(), "a", ReplicaProgress.started(NOW).finished(RebuildState.DONE, NOW));
        assertThat(state(request)).isEqualTo(RebuildState.WAITING);

        rebuilds.take(request.id(), "b", ReplicaProgress.started(NOW).finished(RebuildState.DONE, NOW));
        assertThat(state(request)).isEqualTo(RebuildState.DONE);
    }

    @Test
    void areNotHeldUpByAReplicaThatIsGone() {
        RebuildRequest request = asked(0, null);
        rebuilds.take(request.id(), "gone", ReplicaProgress.started(NOW));

        Rebuild rebuild = rebuilds.find(request.id()).orElseThrow();

        assertThat(rebuild.isActive(NOW.plusSeconds(30))).isTrue();
        assertThat(rebuild.isActive(NOW.plusSeconds(90))).isFalse();
    }

    @Test
    void ignoreWhatComesLateOrIsForgotten() {
        RebuildRequest request = asked(0, null);
        rebuilds.take(request.id(), "a", ReplicaProgress.started(NOW).finished(RebuildState.DONE, NOW.plusSeconds(2)));

        rebuilds.take(request.id(), "a", ReplicaProgress.started(NOW).read(3, 9, NOW.plusSeconds(1)));
        assertThat(state(request)).isEqualTo(RebuildState.DONE);

        rebuilds.remove(request.id());
        rebuilds.take(request.id(), "a", ReplicaProgress.started(NOW));
        assertThat(rebuilds.newestFirst()).isEmpty();
    }

    private RebuildState state(RebuildRequest request) {
        return rebuilds.find(request.id()).orElseThrow().state();
    }

    private RebuildRequest asked(long seconds, @Nullable String replica) {
        RebuildRequest request =
                new RebuildRequest(UUID.randomUUID(), NOW.plusSeconds(seconds), Reason.REQUEST, replica);
        rebuilds.take(request);
        return request;
    }
}
