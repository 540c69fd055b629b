package health.consilium.stack.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayTests {
    @Test
    void takesContainersWhereAnEngineAnswers() {
        Way way = Way.of("auto", Optional::empty);

        assertThat(way.inContainers()).isTrue();
        assertThat(way.description()).isEqualTo("in containers (a Docker engine answers)");
    }

    @Test
    void saysWhyItTakesEmbeddedOnes() {
        Way way = Way.of("auto", () -> Optional.of("no Docker engine answers"));

        assertThat(way.inContainers()).isFalse();
        assertThat(way.description()).isEqualTo("embedded (no Docker engine answers)");
    }

    @Test
    void looksForNoEngineWhenEmbeddedOnesAreAskedFor() {
        Way way = Way.of("embedded", () -> {
            throw new AssertionError("asked for an engine");
        });

        assertThat(way.inContainers()).isFalse();
    }

    @Test
    void failsWithTheRemedyWhenContainersAreAskedForInVain() {
        assertThatThrownBy(() -> Way.of("containers", () -> Optional.of("no Docker engine answers")))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("no Docker engine answers")
                .hasMessageContaining("-Dconsilium.test.servers=embedded");
    }

    @Test
    void refusesAnotherWord() {
        assertThatThrownBy(() -> Way.of("docker", Optional::empty))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("set it to auto, embedded or containers");
    }
}
