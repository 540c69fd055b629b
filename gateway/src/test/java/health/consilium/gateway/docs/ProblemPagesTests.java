package health.consilium.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemPagesTests {

    private static final Pattern DEFINITION =
            Pattern.compile("new ProblemType\\(\\s*\"([^\"]+)\",\\s*(\\d+),\\s*\"([^\"]+)\"");

    private final ProblemPages pages;

    ProblemPagesTests() throws IOException {
        this.pages = new ProblemPages();
    }

    @Test
    void explainsEveryProblemTypeThatAnyModuleDefines() throws IOException {
        List<String> defined = definitions();

        assertThat(defined).hasSizeGreaterThan(20);
        assertThat(pages.all()).extracting(ProblemPagesTests::definition).containsAll(defined);
    }

    @Test
    void explainsNoProblemTypeThatNobodyDefines() throws IOException {
        assertThat(definitions())
                .containsAll(
                        pages.all().stream().map(ProblemPagesTests::definition).toList());
    }

    @Test
    void saysOfEachWhatItMeansAndWhatToDo() {
        assertThat(pages.all()).allSatisfy(page -> {
            assertThat(page.meaning()).hasSizeGreaterThan(20).endsWith(".");
            assertThat(page.remedy()).hasSizeGreaterThan(20).endsWith(".");
        });
    }

    @Test
    void escapesWhatItPutsIntoAPage() {
        var page = new ProblemPage("a", 400, "<b>&", "\"<script>", "x");

        assertThat(PageHtml.of(page)).contains("&lt;b&gt;&amp;").doesNotContain("<b>", "<script>");
    }

    private static String definition(ProblemPage page) {
        return "%s %d %s".formatted(page.slug(), page.status(), page.title());
    }

    private static List<String> definitions() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .flatMap(file -> DEFINITION.matcher(read(file)).results())
                    .map(ProblemPagesTests::definition)
                    .toList();
        }
    }

    private static String definition(MatchResult found) {
        return "%s %s %s".formatted(found.group(1), found.group(2), found.group(3));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
