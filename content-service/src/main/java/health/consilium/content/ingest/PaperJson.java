package health.consilium.content.ingest;

import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bibliographic record in JSON. Lines before and after the object are ignored; a missing field, null, blank text and
 * the number zero all mean unknown.
 */
record PaperJson(JsonNode fields) {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static PaperJson parse(byte[] record) {
        String text = new String(record, StandardCharsets.UTF_8);
        int start = text.startsWith("{") ? 0 : text.indexOf("\n{") + 1;
        if (start == 0 && !text.startsWith("{")) {
            start = text.indexOf('{');
        }
        if (start < 0) {
            throw new Rejected("holds no JSON object");
        }
        try (JsonParser parser = JSON.createParser(text.substring(start))) {
            JsonNode fields = JSON.readTree(parser);
            if (fields == null || !fields.isObject()) {
                throw new Rejected("holds no JSON object");
            }
            return new PaperJson(fields);
        } catch (JacksonException invalid) {
            throw new Rejected("is not valid JSON");
        }
    }

    @Nullable
    String text(String field) {
        return text(fields.get(field));
    }

    @Nullable
    String text(String object, String field) {
        return text(fields.path(object).get(field));
    }

    /** A list, or one text with its parts separated by commas. */
    List<String> texts(String field) {
        JsonNode value = fields.get(field);
        Stream<String> parts = value != null && value.isArray()
                ? value.valueStream().map(JsonNode::asString)
                : Arrays.stream(Objects.requireNonNullElse(text(value), "").split(",", -1));
        return parts.map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    @Nullable
    Boolean flag(String field) {
        JsonNode value = fields.get(field);
        return (value != null && value.isBoolean()) ? value.booleanValue() : null;
    }

    /** A count: a text of digits is one, zero included; the number zero is how these sources write unknown. */
    @Nullable
    Integer count(String field) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            int count = (int) Math.min(Integer.MAX_VALUE, Math.round(value.doubleValue()));
            return count <= 0 ? null : Integer.valueOf(count);
        }
        String text = text(value);
        return (text != null && text.matches("\\d{1,9}")) ? Integer.valueOf(text) : null;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || !(value.isString() || value.isNumber())) {
            return null;
        }
        if (value.isNumber() && value.doubleValue() == 0) {
            return null;
        }
        String text = CONTROLS.matcher(value.asString()).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }
}
