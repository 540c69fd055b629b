package health.consilium.search.rebuild;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.OwnServers;
import health.consilium.search.Replica;
import health.consilium.search.Topics;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexedDocument;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.search.vector.EmbeddingModel;
import health.consilium.search.vector.ModelSource;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that is started with another model than its index was made with. */
@OwnServers
class ModelChangeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOCUMENTS = 20;

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();

    @BeforeEach
    void startKafka() {
        kafka.start();
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void searchesByWordsUntilTheIndexHasBeenRebuiltWithTheNewModel() {
        publish();
        try (ConfigurableApplicationContext before = service("bge-small-en-v1.5-q")) {
            awaitVectorsOf(before, 384);
        }

        try (ConfigurableApplicationContext after = service(LetterModel.ID)) {
            SearchIndex index = after.getBean(SearchIndex.class);
            assertThat(index.status().documents()).containsEntry(DocumentType.ARTICLE, (long) DOCUMENTS);
            awaitVectorsOf(after, LetterModel.LETTERS);

            assertThat(index.origin().recipe().model()).isEqualTo(LetterModel.ID);
            assertThat(index.findsByMeaning()).isTrue();
            Rebuild rebuild = after.getBean(Rebuilds.class).newestFirst().getFirst();
            assertThat(rebuild.request().reason()).isEqualTo(Reason.MODEL);
        }
    }

    private void publish() {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            IntStream.range(0, DOCUMENTS)
                    .forEach(number -> topics.publish(example(StateTopic.ARTICLE, "minimal")
                            .as(key(number).id(), 1)
                            .published()));
        }
    }

    private ConfigurableApplicationContext service(String model) {
        return Replica.start(
                List.of(Letters.class),
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve("index"),
                "consilium.search.vectors.model=" + model);
    }

    private static void awaitVectorsOf(ConfigurableApplicationContext service, int dimensions) {
        SearchIndex index = service.getBean(SearchIndex.class);
        await().atMost(PATIENCE)
                .until(() -> IntStream.range(0, DOCUMENTS)
                        .allMatch(number -> index.document(key(number))
                                .map(IndexedDocument::vectors)
                                .filter(vectors -> !vectors.isEmpty() && vectors.getFirst().length == dimensions)
                                .isPresent()));
    }

    private static DocumentKey key(int number) {
        return new DocumentKey(DocumentType.ARTICLE, "modelled-" + number);
    }

    @Configuration(proxyBeanMethods = false)
    static class Letters {

        @Bean
        ModelSource letters() {
            return new ModelSource() {
                @Override
                public String id() {
                    return LetterModel.ID;
                }

                @Override
                public EmbeddingModel load() {
                    return new LetterModel();
                }
            };
        }
    }

    /** Finds texts alike that have the same letters. */
    private static final class LetterModel implements EmbeddingModel {

        static final String ID = "letters";
        static final int LETTERS = 26;

        @Override
        public String id() {
            return ID;
        }

        @Override
        public int dimensions() {
            return LETTERS;
        }

        @Override
        public boolean understands(@Nullable String language, String text) {
            return true;
        }

        @Override
        public float[] query(String text) {
            float[] vector = new float[LETTERS];
            text.toLowerCase(Locale.ROOT)
                    .chars()
                    .filter(letter -> letter >= 'a' && letter <= 'z')
                    .forEach(letter -> vector[letter - 'a']++);
            double length = Math.sqrt(IntStream.range(0, LETTERS)
                    .mapToDouble(letter -> vector[letter] * vector[letter])
                    .sum());
            for (int letter = 0; letter < LETTERS; letter++) {
                vector[letter] /= (float) Math.max(1, length);
            }
            return vector;
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            return texts.stream().map(this::query).toList();
        }

        @Override
        public void close() {}
    }
}
