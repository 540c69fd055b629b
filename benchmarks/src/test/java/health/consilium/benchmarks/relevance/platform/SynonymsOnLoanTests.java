package health.consilium.benchmarks.relevance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Asked;
import health.consilium.benchmarks.relevance.platform.ScriptedGateway.Reply;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        gateway.on("GET " + PATH, own("\"3\""), origin("custom"), own("\"3\""), own("\"4\""))
                .on("PUT " + PATH, new Reply(200, "{}", Map.of()));

        SynonymsOnLoan loan = SynonymsOnLoan.load(gateway.gateway(), file);
        loan.close();

        assertThat(changes())
                .containsExactly(
                        new Asked("PUT", PATH, "null", "flu, influenza\ngonalgia, sore knee\n", "\"3\""),
                        new Asked("PUT", PATH, "null", "flu, influenza\n", "\"4\""));
    }

    @Test
    void goesBackToTheSetThatCameWithTheService() {
        gateway.on("GET " + PATH, own("\"0\""), origin("starter"), own("\"0\""), own("\"1\""))
                .on("PUT " + PATH, new Reply(200, "{}", Map.of()))
                .on("DELETE " + PATH, new Reply(204, "", Map.of()));

        SynonymsOnLoan loan = SynonymsOnLoan.load(gateway.gateway(), file);
        loan.close();

        assertThat(changes()).last().isEqualTo(new Asked("DELETE", PATH, "null", "", "\"1\""));
    }

    @Test
    void saysWhenThePlatformHasNoneToAddTo() {
        assertThatThrownBy(() -> SynonymsOnLoan.load(gateway.gateway(), file))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("GET /api/v1/search/synonyms was answered: 404 Not found");
    }

    private List<Asked> changes() {
        return gateway.asked().stream()
                .filter(asked -> !asked.method().equals("GET"))
                .toList();
    }

    private static Reply origin(String origin) {
        return Reply.json("{\"origin\":\"%s\"}".formatted(origin));
    }

    private static Reply own(String version) {
        return new Reply(200, "flu, influenza\n", Map.of("Content-Type", "text/plain", "ETag", version));
    }
}
