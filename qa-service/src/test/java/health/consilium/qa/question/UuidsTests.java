package health.consilium.qa.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidsTests {

    @Test
    void sortInTheOrderTheyWereMade() {
        List<String> ids =
                Stream.generate(Uuids::next).limit(20_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areDifferentWhoeverMakesThem() {
        Set<UUID> ids = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(number -> Uuids.next())
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(20_000);
    }

    @Test
    void tellWhenTheyWereMade() {
        UUID id = Uuids.next();

        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(made).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
    }
}
