package health.consilium.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Change;
import health.consilium.search.index.Documents;
import health.consilium.search.index.Facet;
import health.consilium.search.index.Hit;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.Requests;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.stack.test.RealServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The same documents and the same searches give the same results on both engines. */
@RealServers(kafka = false, keycloak = false, opensearch = true)
@SpringBootTest(classes = EnginesIT.Nothing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesIT {

    private static final int DOCUMENTS = 2_000;
    private static final float ROUNDING = 1e-5f;

    @TempDir
    static Path folder;

    @Value("${consilium.search.opensearch.uris}")
    String node;

    private final Random random = new Random(5);
    private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

    @BeforeAll
    void feedBoth() {
        contexts.add(start("lucene"));
        contexts.add(start("opensearch"));
        List<Change> changes = IntStream.range(0, DOCUMENTS)
                .mapToObj(number -> Documents.question("q" + number)
                        .titled(text(2 + random.nextInt(8)))
                        .about(text(1), text(2))
                        .saying(text(random.nextInt(150)))
                        .in("specialty" + random.nextInt(5))
                        .from(2000 + random.nextInt(20))
                        .put())
                .toList();
        engines().forEach(engine -> {
            engine.apply(changes, Map.of());
            engine.refresh();
        });
    }

    @AfterAll
    void close() {
        contexts.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void rankAlike() {
        for (int query = 0; query < 150; query++) {
            String words = text(1 + random.nextInt(9));

            List<SearchHits> found = search(Requests.words(words).limit(10).counting(Facet.SPECIALTY, Facet.YEAR));

            assertSame(words, found.getFirst(), found.getLast());
        }
    }

    @Test
    void findTheSamePhrases() {
        for (int query = 0; query < 50; query++) {
            String words = text(2);

            List<SearchHits> found = search(Requests.phrase(words).limit(10));

            assertSame(words, found.getFirst(), found.getLast());
        }
    }

    @Test
    void goOnAlikeToTheLastPage() {
        String words = text(2);
        List<SearchHits> pages = search(Requests.words(words).limit(50));
        int results = 0;

        while (pages.getFirst().next() != null) {
            assertSame(words, pages.getFirst(), pages.getLast());
            results += pages.getFirst().hits().size();
            pages = List.of(next(words, 0, pages.getFirst()), next(words, 1, pages.getLast()));
        }

        assertThat(pages.getLast().next()).isNull();
        assertThat(results).isGreaterThan(100);
    }

    private static void assertSame(String words, SearchHits lucene, SearchHits opensearch) {
        assertThat(opensearch.total()).as(words).isEqualTo(lucene.total());
        assertThat(opensearch.facets()).as(words).isEqualTo(lucene.facets());
        assertThat(opensearch.hits()).as(words).hasSameSizeAs(lucene.hits());
        for (int at = 0; at < lucene.hits().size(); at++) {
            Hit one = lucene.hits().get(at);
            Hit other = opensearch.hits().get(at);
            float score = Objects.requireNonNull(one.score());
            assertThat(other.score()).as(words).isCloseTo(score, within(score * ROUNDING));
            if (isAlone(at, lucene.hits())) {
                assertThat(other)
                        .as(words)
                        .isEqualTo(new Hit(
                                one.key(),
                                one.externalId(),
                                one.uri(),
                                one.title(),
                                one.body(),
                                one.matches(),
                                one.matchedOn(),
                                other.score(),
                                one.updatedAt(),
                                one.summary()));
            }
        }
    }

    /** Whether no other result has as good as the same score. */
    private static boolean isAlone(int at, List<Hit> hits) {
        float score = Objects.requireNonNull(hits.get(at).score());
        return at < hits.size() - 1
                && hits.stream()
                                .filter(hit ->
                                        Math.abs(Objects.requireNonNull(hit.score()) - score) <= score * ROUNDING)
                                .count()
                        == 1;
    }

    private List<SearchHits> search(Requests request) {
        return engines().stream().map(engine -> engine.search(request.build())).toList();
    }

    private SearchHits next(String words, int engine, SearchHits page) {
        return engines()
                .get(engine)
                .search(Requests.words(words).limit(50).after(page.next()).build());
    }

    /** Words as frequent as they are in a language: the tenth is a tenth as frequent as the first. */
    private String text(int words) {
        return IntStream.range(0, words)
                .mapToObj(at -> "word" + (int) Math.exp(random.nextDouble() * Math.log(3_000)))
                .collect(Collectors.joining(" "));
    }

    private List<SearchIndex> engines() {
        return contexts.stream()
                .map(context -> context.getBean(SearchIndex.class))
                .toList();
    }

    private ConfigurableApplicationContext start(String engine) {
        return new SpringApplicationBuilder(EngineOnly.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--consilium.search.engine=" + engine,
                        "--consilium.search.directory=" + folder.resolve("lucene"),
                        "--consilium.search.opensearch.uris=" + node,
                        "--consilium.search.opensearch.index=engines-" + folder.hashCode(),
                        "--consilium.search.opensearch.replicas=0");
    }

    @Configuration
    static class Nothing {}

    @Configuration
    @ComponentScan("health.consilium.search.index")
    @ConfigurationPropertiesScan("health.consilium.search.index")
    static class EngineOnly {

        @Bean
        TextAnalysis analysis() {
            return new TextAnalysis(UnaryOperator.identity());
        }

        @Bean
        IndexRecipe recipe() {
            return new IndexRecipe("of-tests", null);
        }
    }
}
