package health.consilium.qa;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What consumers were promised. */
final class Contract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            schemas -> schemas.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Contract() {}

    /** Where {@code json} breaks the schema of this name. */
    static List<Error> violations(String schema, byte @Nullable [] json) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:/contracts/" + schema))
                .validate(json == null ? "null" : new String(json, StandardCharsets.UTF_8), InputFormat.JSON);
    }
}
