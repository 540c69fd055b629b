package health.consilium.benchmarks.relevance.prepare;

import health.consilium.benchmarks.relevance.set.MalformedSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of collections that lies beside the repository. */
record SharedData(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The objects of a file with one in each line. */
    List<JsonNode> objects(String path) {
        return lines(path).stream().map(JSON::readTree).toList();
    }

    /** The rows of a table with a header; cells may stand in quotes. */
    List<Map<String, String>> rows(String path) {
        List<String> lines = lines(path);
        String[] names = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> row(names, line)).toList();
    }

    /** A file or folder that has to be there. */
    Path at(String path) {
        Path found = folder.resolve("data").resolve(path);
        if (!Files.exists(found)) {
            throw new MalformedSet(
                    "%s is missing: name the folder of shared data by --shared or CONSILIUM_SHARED.".formatted(found));
        }
        return found;
    }

    private static Map<String, String> row(String[] names, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(names.length, cells.length); column++) {
            row.put(names[column], cells[column].strip());
        }
        return row;
    }

    private List<String> lines(String path) {
        Path file = at(path);
        try (InputStream in = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        path.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
