package health.consilium.search;

import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Facet;
import health.consilium.search.index.Requests;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.message.StateRecords;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the feed and the engine on the 16,407 pairs of MedQuAD: messages a second from Kafka until searchable, and
 * the time of a query in process. Run by hand with the folder that holds the shared data.
 */
final class Throughput {

    private static final JsonMapper JSON = new JsonMapper();

    private Throughput() {}

    public static void main(String[] arguments) throws IOException {
        List<ObjectNode> questions = questions(Path.of(arguments[0], "data", "medquad", "medquad.jsonl.gz"));
        Path folder = Files.createTempDirectory("throughput-");
        try (Broker kafka = Servers.newBroker()) {
            kafka.start();
            measure(questions, folder, kafka);
        }
    }

    private static void measure(List<ObjectNode> questions, Path folder, Broker kafka) {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            try (ConfigurableApplicationContext service = service(kafka.bootstrapServers(), folder.resolve("index"))) {
                SearchIndex index = service.getBean(SearchIndex.class);
                for (int round = 1; round <= 3; round++) {
                    feed(questions, round, topics, index);
                }
                query(questions, index, Set.of());
                query(questions, index, Set.of(Facet.SPECIALTY, Facet.TYPE));
                print("index: %d bytes per document", index.status().sizeBytes() / questions.size());
            }
        }
    }

    private static ConfigurableApplicationContext service(String servers, Path directory) {
        return Replica.start(servers, "consilium.search.directory=" + directory);
    }

    private static void feed(List<ObjectNode> questions, int version, Topics topics, SearchIndex index) {
        long started = System.nanoTime();
        questions.forEach(question -> topics.send(StateRecords.of(StateTopic.QUESTION, question.put("version", version))
                .published()));
        topics.flush();
        long sent = System.nanoTime();
        Awaitility.await()
                .until(() -> questions.stream()
                        .allMatch(question -> index.visibleVersion(new DocumentKey(
                                        DocumentType.QUESTION,
                                        question.path("id").asString()))
                                >= version));
        double seconds = (System.nanoTime() - started) / 1e9;
        print(
                "round %d: %.0f documents/s until searchable (sent after %.2f s, searchable after %.2f s)",
                version, questions.size() / seconds, (sent - started) / 1e9, seconds);
    }

    private static void query(List<ObjectNode> questions, SearchIndex index, Set<Facet> facets) {
        long[] times = new long[4_000];
        for (int round = 0; round < times.length; round++) {
            ObjectNode question = questions.get((round * 7_919) % questions.size());
            SearchRequest request = Requests.words(question.path("title").asString())
                    .limit(10)
                    .counting(facets.toArray(Facet[]::new))
                    .build();
            long started = System.nanoTime();
            Objects.requireNonNull(index.search(request));
            times[round] = System.nanoTime() - started;
        }
        long[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(warm);
        print(
                "query, facets %s: p50 %.2f ms, p99 %.2f ms",
                facets, warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6);
    }

    private static List<ObjectNode> questions(Path file) throws IOException {
        List<ObjectNode> questions = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(JSON::readTree).forEach(line -> questions.add(question(line)));
        }
        return questions;
    }

    private static ObjectNode question(JsonNode pair) {
        ObjectNode question = JSON.createObjectNode()
                .put("id", pair.path("id").asString().replace('/', '-'))
                .put("title", pair.path("question").asString())
                .put("text", pair.path("question").asString())
                .put("subject", "unknown")
                .put("specialty", pair.path("source").asString().toLowerCase(Locale.ROOT))
                .put("state", "answered");
        question.putArray("topics").addObject().put("name", pair.path("focus").asString());
        question.putArray("answers")
                .addObject()
                .put("text", pair.path("answer").asString())
                .putObject("doctor")
                .put("name", pair.path("source").asString());
        return question;
    }

    private static void print(String form, Object... values) {
        System.out.printf(form + "%n", values);
    }
}
