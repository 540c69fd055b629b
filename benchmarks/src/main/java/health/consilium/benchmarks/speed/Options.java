package health.consilium.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is measured. */
final class Options {
    @Parameters(arity = "1..*", paramLabel = "TOPICS", description = "Files with a topic a line: id, tab, query.")
    private List<Path> topics = List.of();

    @Option(
            names = "--copies",
            paramLabel = "N",
            description = "Index so many times as many documents, made of parts of those there are; 1 unless given.")
    private int copies = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each is measured, 10 unless given.")
    private int seconds = 10;

    @Option(names = "--warm-up", paramLabel = "N", description = "For how many seconds before, 20 unless given.")
    private int warmUp = 20;

    @Option(names = "--clients", split = ",", paramLabel = "N", description = "1,8 unless given.")
    private List<Integer> clients = List.of(1, 8);

    @Option(names = "--updates", paramLabel = "N", description = "Change so many documents a second meanwhile.")
    private int updates;

    @Option(names = "--longest", paramLabel = "N", description = "Queries are cut to 300 characters unless given.")
    private int longest = 300;

    @Option(names = "--vectors", description = "Measure hybrid searches as well.")
    private boolean vectors;

    @Option(names = "--no-opensearch", negatable = true, description = "Only our own.")
    private boolean opensearch = true;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "The platform's broker.")
    private String kafka = "localhost:19092";

    @Option(names = "--keycloak", paramLabel = "PORT", description = "The platform's Keycloak.")
    private int keycloak = 8180;

    /** Cut, and in an order that is the same in every run. */
    List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (Path file : topics) {
            for (String line : Files.readAllLines(file)) {
                String query = line.substring(line.indexOf('\t') + 1);
                queries.add(query.length() > longest ? query.substring(0, longest) : query);
            }
        }
        Collections.shuffle(queries, new Random(1));
        return queries.stream().distinct().toList();
    }

    int copies() {
        return copies;
    }

    int seconds() {
        return seconds;
    }

    int warmUp() {
        return warmUp;
    }

    List<Integer> clients() {
        return clients;
    }

    int updates() {
        return updates;
    }

    boolean withVectors() {
        return vectors;
    }

    boolean withOpenSearch() {
        return opensearch;
    }

    String kafka() {
        return kafka;
    }

    String issuer() {
        return "http://localhost:%d/realms/consilium".formatted(keycloak);
    }
}
