package health.consilium.benchmarks.containers;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.benchmarks.containers.load.Publication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndedTests {
    private static final List<Publication> PUBLISHED =
            List.of(publication("a", 1), publication("b", 1), publication("a", 2));

    @Test
    void acceptsWhatCompactionAndSendingAgainLeave() {
        Ended ended = Ended.of(PUBLISHED, Map.of("a", List.of(2L, 2L), "b", List.of(1L), "other", List.of(9L, 3L)));

        assertThat(ended).isEqualTo(new Ended(2, 3, 0, 0, 0));
    }

    @Test
    void noticesAnOlderVersionAfterANewerOne() {
        Ended ended = Ended.of(PUBLISHED, Map.of("a", List.of(2L, 1L, 2L), "b", List.of(1L)));

        assertThat(ended.disordered()).isOne();
    }

    @Test
    void noticesAVersionThatNeverCame() {
        Ended ended = Ended.of(PUBLISHED, Map.of("a", List.of(1L)));

        assertThat(ended.lost()).isEqualTo(2);
    }

    @Test
    void noticesAVersionThatNobodyWasTold() {
        Ended ended = Ended.of(PUBLISHED, Map.of("a", List.of(1L, 2L, 3L), "b", List.of(1L)));

        assertThat(ended.beyond()).isOne();
    }

    private static Publication publication(String article, long version) {
        return new Publication(article, version, "word", "token");
    }
}
