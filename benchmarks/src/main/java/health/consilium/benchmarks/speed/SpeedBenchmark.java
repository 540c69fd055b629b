package health.consilium.benchmarks.speed;

import health.consilium.stack.Folders;
import health.consilium.stack.OpenSearchServer;
import health.consilium.stack.TokenEndpoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Searches a second, side by side in one run, on what the running platform has published. */
@Command(
        name = "speed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures searches a second: Lucene in this process, our search-service over HTTP, the same"
                + " through the gateway, and OpenSearch over HTTP, which is asked what our service on OpenSearch asks."
                + " Takes the questions from the running platform, which gives the tokens, too; everything measured"
                + " runs in processes of its own.")
public final class SpeedBenchmark implements Callable<Integer> {
    private static final String LEXICAL = "/api/v1/search?mode=lexical&limit=10&q=";
    private static final String FACETS = "/api/v1/search?mode=lexical&limit=10&facets=type,specialty&q=";
    private static final String HYBRID = "/api/v1/search?mode=hybrid&limit=10&q=";
    private static final String SUGGESTIONS = "/api/v1/search/suggestions?q=";

    @Mixin
    private Options options = new Options();

    private SpeedBenchmark() {}

    /** Runs and ends the JVM. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new SpeedBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("speed-");
        Supplier<String> token = new Tokens(new TokenEndpoint(URI.create(options.issuer())));
        try (Servers servers = new Servers(folder, options.issuer())) {
            measure(servers, token);
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void measure(Servers servers, Supplier<String> token) throws Exception {
        List<String> queries = options.queries();
        Questions questions = Questions.of(options.kafka(), options.copies());
        System.out.printf("%,d documents, %,d queries%n%n", questions.size(), queries.size());
        servers.kafka();
        List<Contender> onOpenSearch = new ArrayList<>();
        Map<String, JsonNode> requests = new HashMap<>();
        if (options.withOpenSearch()) {
            OpenSearchServer node = servers.opensearch();
            Recorder recorder = servers.recorder(node.uri());
            servers.searchOn(recorder.uri());
            OpenSearch.prepare(node.uri());
            questions.publish(servers.bootstrap());
            new Feeding(servers.onOpenSearchUri(), token).await("OpenSearch", questions.size());
            HttpSearch ours = onOpenSearch(servers, token);
            queries.forEach(query -> requests.put(query, recorder.requestOf(() -> ours.search(query))));
            onOpenSearch.addAll(OpenSearch.all(node, requests));
        } else {
            questions.publish(servers.bootstrap());
        }
        if (options.withVectors()) {
            Questions.copy(Servers.VECTORS, options.kafka(), servers.bootstrap());
        }
        ProcessHandle search = servers.search(options.withVectors());
        new Feeding(servers.searchUri(), token).await("search-service", questions.size());
        ProcessHandle gateway = servers.gateway();

        String service = servers.searchUri().toString();
        Contender first = new HttpSearch("service", service + LEXICAL, token, List.of(search));
        List<Contender> contenders = new ArrayList<>();
        if (!requests.isEmpty()) {
            contenders.add(PlainLucene.of(servers.index(), requests, questions.size()));
        }
        contenders.add(first);
        contenders.add(new HttpSearch("service, facets", service + FACETS, token, List.of(search)));
        contenders.add(
                new HttpSearch("gateway, facets", servers.gatewayUri() + FACETS, token, List.of(search, gateway)));
        contenders.addAll(onOpenSearch);
        Comparison comparison = new Comparison(queries, options);
        comparison.once(
                "Suggestions, for the beginnings of all queries",
                beginnings(queries),
                new HttpSearch("", service + SUGGESTIONS, token, List.of()));
        if (options.withVectors()) {
            comparison.once(
                    "Hybrid, each query for the first time",
                    queries,
                    new HttpSearch("", service + HYBRID, token, List.of(search)));
        }
        if (!requests.isEmpty()) {
            comparison.agreement(first, onOpenSearch(servers, token));
        }
        comparison.sideBySide(contenders, first);
        if (options.updates() > 0) {
            try (Updates updates = new Updates(questions, servers.bootstrap(), options.updates())) {
                System.out.printf("%nWhile %d documents change every second:%n%n", options.updates());
                comparison.sideBySide(contenders, first);
                updates.check();
            }
        }
    }

    private static HttpSearch onOpenSearch(Servers servers, Supplier<String> token) {
        return new HttpSearch("our service on OpenSearch", servers.onOpenSearchUri() + FACETS, token, List.of());
    }

    /** What is typed on the way to a query: its first three, five, and eight characters. */
    private static List<String> beginnings(List<String> queries) {
        return queries.stream()
                .filter(query -> query.length() > 8)
                .flatMap(query -> Stream.of(3, 5, 8).map(end -> query.substring(0, end)))
                .distinct()
                .toList();
    }
}
