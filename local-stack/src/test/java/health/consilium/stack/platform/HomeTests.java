package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTests {
    @TempDir
    private Path folder;

    @Test
    void liesInTheRepositoryUnlessTheEnvironmentSaysOtherwise() {
        assertThat(Home.of(Map.of(), folder).folder()).isEqualTo(folder.resolve(".consilium"));
        assertThat(Home.of(Map.of("CONSILIUM_HOME", folder.resolve("else").toString()), folder)
                        .folder())
                .isEqualTo(folder.resolve("else"));
    }

    @Test
    void keepsTheSecretForItsOwner() throws IOException {
        Home home = new Home(folder);

        String secret = home.secret("cursor-key");

        assertThat(secret).hasSizeGreaterThan(40).isEqualTo(home.secret("cursor-key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cursor-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void forgetsDataAndNothingElse() throws IOException {
        Home home = new Home(folder);
        home.createData();
        Files.createDirectories(home.data("postgres"));
        Files.createDirectories(home.log("postgres").getParent());

        home.forgetData();

        assertThat(home.data("postgres")).doesNotExist();
        assertThat(home.log("postgres").getParent()).exists();
    }

    @Test
    void leavesAFolderAloneThatItDidNotMake() throws IOException {
        Home home = new Home(folder);
        Path letter = Files.createDirectories(folder.resolve("data")).resolve("letter.txt");
        Files.writeString(letter, "dear");
        home.createData();

        assertThatThrownBy(home::forgetData)
                .isInstanceOf(ServerFailure.class)
                .hasMessageEndingWith("was not made by this launcher: delete it yourself if it may go.");
        assertThat(letter).exists();
    }
}
