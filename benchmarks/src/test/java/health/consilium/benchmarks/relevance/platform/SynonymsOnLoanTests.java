package health.consilium.benchmarks.relevance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Asked;
import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Reply;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsOnLoanTests {
    private static final String PATH = "/api/v1/search/synonyms";

    private ScriptedGateway gateway;
    private Path file;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        gateway = new ScriptedGateway();
        file = Files.writeString(folder.resolve("synonyms.txt"), "gonalgia, sore knee\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void addsToThePlatformsOwnAndPutsThemBack() {
        gateway.on("GET " + PATH, own("\"3\""), own("\"3\""), own("\"4\""))
                .on("PUT " + PATH, new Reply(204, "", Map.of()));

        SynonymsOnLoan loan = SynonymsOnLoan.load(gateway.gateway(), file);
        loan.close();

        assertThat(gateway.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .containsExactly(
                        new Asked("PUT", PATH, "null", "flu, influenza\ngonalgia, sore knee\n", "\"3\""),
                        new Asked("PUT", PATH, "null", "flu, influenza\n", "\"4\""));
    }

    @Test
    void saysWhenThePlatformHasNoneToAddTo() {
        assertThatThrownBy(() -> SynonymsOnLoan.load(gateway.gateway(), file))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("GET /api/v1/search/synonyms was answered with 404 Not found.");
    }

    private static Reply own(String version) {
        return new Reply(200, "flu, influenza\n", Map.of("Content-Type", "text/plain", "ETag", version));
    }
}
