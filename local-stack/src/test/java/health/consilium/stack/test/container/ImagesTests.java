package health.consilium.stack.test.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImagesTests {
    private static final Pattern IMAGE = Pattern.compile("(?m)^ +image: *\"?([^\\s\"]+)");

    @Test
    void areThoseOfDockerCompose() throws IOException {
        List<String> composed = IMAGE.matcher(Files.readString(Path.of("../docker-compose.yml")))
                .results()
                .map(image -> image.group(1))
                .toList();

        assertThat(composed)
                .containsAll(
                        Arrays.stream(Images.values()).map(Images::fullName).toList());
    }
}
