package health.consilium.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The released files, and the check of a document against a schema, formats included. */
final class Contracts {

    static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final ObjectMapper YAML = new YAMLMapper();

    private Contracts() {}

    static List<String> schemas() {
        return names("", ".schema.json");
    }

    static List<String> examples() {
        return names("examples", ".json");
    }

    /** The schema of {@code article-minimal.json} is {@code article.schema.json}. */
    static String schemaOf(String example) {
        return example.substring(0, example.lastIndexOf('-')) + ".schema.json";
    }

    static JsonNode schema(String name) {
        return json(Path.of(name));
    }

    static JsonNode example(String name) {
        return json(Path.of("examples").resolve(name));
    }

    static JsonNode asyncApi() {
        return YAML.readTree(folder().resolve("asyncapi.yaml"));
    }

    /** Empty if the document is valid. */
    static List<String> violations(String schema, JsonNode document) {
        return violations(SchemaLocation.of("classpath:/contracts/" + schema), document);
    }

    static List<String> violations(SchemaLocation schema, JsonNode document) {
        return REGISTRY.getSchema(schema).validate(document).stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(folder().resolve(file));
    }

    private static List<String> names(String subfolder, String suffix) {
        try (var files = Files.list(folder().resolve(subfolder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(Contracts.class.getResource("/contracts"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
