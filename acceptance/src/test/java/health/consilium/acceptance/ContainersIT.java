package health.consilium.acceptance;

import static health.consilium.acceptance.Figures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.api.Api;
import health.consilium.acceptance.platform.ContainerPlatform;
import health.consilium.acceptance.platform.Launcher.Run;
import health.consilium.acceptance.platform.PartStatus;
import health.consilium.acceptance.platform.User;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The platform in containers is started, seen and stopped as the one of processes is. */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {
    private static ContainerPlatform platform;
    private static Run firstUp;

    @BeforeAll
    static void start() {
        platform = new ContainerPlatform();
        firstUp = platform.run("up", "--containers", "--detach", "--scale", "search-service=2");
        System.out.println(firstUp.output());
    }

    @AfterAll
    static void remove() {
        platform.close();
    }

    @Test
    @Order(1)
    void tellsWhenEachPartIsReadyAndWhereToSignIn() {
        firstUp.succeeded();

        Figures.note("first up in containers: %.1f s until every part is ready", seconds(firstUp.took()));
        assertThat(firstUp.output().lines().filter(line -> line.contains(" ready ")))
                .hasSize(7);
        assertThat(firstUp.output())
                .contains("14 articles", "3 papers", "20 questions")
                .contains("Sign-in     %s/realms/consilium".formatted(platform.gateway()));
    }

    @Test
    @Order(2)
    void tellsEachPartsStateAndContainersForMachines() {
        List<PartStatus> parts = platform.status();

        assertThat(parts).hasSize(7).allMatch(PartStatus::isReady);
        assertThat(containersOf("search")).hasSize(2);
        assertThat(containersOf("gateway")).hasSize(1);
    }

    @Test
    @Order(2)
    void walksTheMainPath() {
        Run demo = platform.run("demo").succeeded();

        assertThat(demo.output()).contains("All 10 steps answered as they should.");
    }

    @Test
    @Order(2)
    void showsTheEndOfAPartsLog() {
        Run logs = platform.run("logs", "content", "--lines", "3").succeeded();

        assertThat(logs.output()).isNotBlank();
    }

    @Test
    @Order(2)
    void startsNoProcessesBesideContainers() {
        Run refused = platform.run("up", "--detach");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors())
                .isEqualTo("Consilium is running already, in containers, at %s: stop it first with ./consilium down.%n"
                        .formatted(platform.gateway()));
    }

    @Test
    @Order(3)
    void answersReadersWithOneReplicaLessAndTakesItBack() {
        Api reader = platform.as(User.MEMBER);

        platform.kill(containersOf("search").getFirst());

        for (int i = 0; i < 100; i++) {
            assertThat(reader.get("/search?q=heart").expect(200).json().path("items"))
                    .isNotEmpty();
        }
        assertThat(platform.status())
                .filteredOn(part -> !part.isReady())
                .extracting(PartStatus::name)
                .containsExactly("search");
        platform.run("restart", "search").succeeded();
        assertThat(platform.status()).allMatch(PartStatus::isReady);
    }

    @Test
    @Order(4)
    void stopsEveryContainerAndKeepsTheData() {
        Run down = platform.run("down").succeeded();

        Figures.note("down in containers: %.1f s", seconds(down.took()));
        assertThat(down.output().lines().filter(line -> line.endsWith(" stopped")))
                .hasSize(7);
        assertThat(platform.running()).isEmpty();
        assertThat(platform.volumes()).isNotEmpty();
    }

    @Test
    @Order(5)
    void isUpAgainWithItsData() {
        Run up = platform.run("up", "--containers", "--detach").succeeded();

        Figures.note("second up in containers: %.1f s until every part is ready", seconds(up.took()));
        assertThat(up.output()).doesNotContain("loaded");
        platform.as(User.MEMBER).get("/articles/heart").expect(200);
    }

    private static List<String> containersOf(String part) {
        return platform.status().stream()
                .filter(status -> status.name().equals(part))
                .findFirst()
                .orElseThrow()
                .containers();
    }
}
