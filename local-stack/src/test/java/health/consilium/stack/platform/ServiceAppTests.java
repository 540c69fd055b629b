package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAppTests {
    @TempDir
    private Path repository;

    @Test
    void unpacksEachBuildIntoAFolderOfItsOwn() throws IOException {
        Path jar = jar("first build");
        Path first = app().folder();

        Files.writeString(jar, "second build");

        assertThat(first.getFileName().toString()).matches("qa-[0-9a-f]{12}");
        assertThat(app().folder()).isNotEqualTo(first);
    }

    @Test
    void trainsANewBuildAgain() throws IOException {
        Path jar = jar("first build");
        String cache = app().aotCache().file().toString();
        Files.createDirectories(Path.of(cache).getParent());
        Files.writeString(Path.of(cache), "trained");

        boolean same = app().trains();
        Files.writeString(jar, "second build");
        boolean other = app().trains();

        assertThat(same).isFalse();
        assertThat(other).isTrue();
        assertThat(Path.of(cache)).doesNotExist();
    }

    @Test
    void saysHowToBuildWhatIsMissing() {
        assertThatThrownBy(this::app)
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("qa is not built")
                .hasMessageEndingWith("run ./mvnw package.");
    }

    private ServiceApp app() {
        return ServiceApp.built("qa", "qa-service", repository, repository.resolve("apps"));
    }

    private Path jar(String content) throws IOException {
        Path target = Files.createDirectories(repository.resolve("qa-service/target"));
        return Files.writeString(target.resolve("qa-service-1.0-app.jar"), content);
    }
}
