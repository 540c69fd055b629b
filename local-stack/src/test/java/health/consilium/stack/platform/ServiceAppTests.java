package health.consilium.stack.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAppTests {
    @TempDir
    private Path repository;

    @Test
    void unpacksEachBuildIntoAFolderOfItsOwn() throws IOException {
        jar("first build");
        Path first = app().folder();

        jar("second build");

        assertThat(first.getFileName().toString()).matches("qa-[0-9a-f]{12}");
        assertThat(app().folder()).isNotEqualTo(first);
    }

    @Test
    void takesTheLastBuildAfterAVersionBump() throws IOException {
        jar("old version");
        Path old = repository.resolve("qa-service/target/qa-service-1.0.jar");
        Files.move(old, old.resolveSibling("qa-service-0.9.jar"));
        Files.setLastModifiedTime(old.resolveSibling("qa-service-0.9.jar"), FileTime.fromMillis(0));
        jar("new version");

        assertThat(app().jar()).isEqualTo(old);
    }

    @Test
    void trainsANewBuildAgain() throws IOException {
        jar("first build");
        String cache = app().aotCache().file().toString();
        Files.createDirectories(Path.of(cache).getParent());
        Files.writeString(Path.of(cache), "trained");

        boolean same = app().trains();
        jar("second build");
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

    private void jar(String content) throws IOException {
        Path target = Files.createDirectories(repository.resolve("qa-service/target"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(target.resolve("qa-service-1.0.jar")))) {
            zip.putNextEntry(new ZipEntry("build.txt"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
