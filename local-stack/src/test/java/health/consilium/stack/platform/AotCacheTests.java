package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {
    @TempDir
    private Path folder;

    @Test
    void countsOnlyOnceItIsKept() throws IOException {
        AotCache cache = cache("program", "-Xmx1m");
        Files.writeString(written(cache), "trained");

        boolean missing = cache.isMissing();
        AotCache.keep(folder, "qa");

        assertThat(missing).isTrue();
        assertThat(cache("program", "-Xmx1m").isMissing()).isFalse();
        assertThat(cache.flags()).contains("-XX:AOTCache=" + cache.file());
    }

    @Test
    void forgetsWhatABrokenOffTrainingLeft() throws IOException {
        Path draft = written(cache("program", "-Xmx1m"));
        Files.writeString(draft, "half");

        AotCache again = cache("program", "-Xmx1m");

        assertThat(draft).doesNotExist();
        assertThat(again.isMissing()).isTrue();
    }

    @Test
    void belongsToOneProgramAndItsFlags() throws IOException {
        AotCache cache = cache("program", "-Xmx1m");

        assertThat(cache("program", "-Xmx1m")).isEqualTo(cache);
        assertThat(cache("other", "-Xmx1m")).isNotEqualTo(cache);
        assertThat(cache("program", "-Xmx2m")).isNotEqualTo(cache);
    }

    private AotCache cache(String program, String flag) throws IOException {
        return AotCache.of(folder, "qa", program, List.of(flag));
    }

    private static Path written(AotCache cache) {
        return Path.of(cache.flags().getFirst().replace("-XX:AOTCacheOutput=", ""));
    }
}
