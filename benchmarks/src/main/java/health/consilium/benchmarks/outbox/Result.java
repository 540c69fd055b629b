package health.consilium.benchmarks.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A round's figures, kept as a line of JSON, so that rounds of several runs make one report. */
record Result(Phase phase, Contender contender, Map<String, Double> figures) {

    private static final JsonMapper JSON = JsonMapper.shared();

    void appendTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, JSON.writeValueAsString(this) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<Result> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JSON.readValue(line, Result.class))
                .toList();
    }
}
