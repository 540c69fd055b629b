package health.consilium.content.ingest;

import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A document's head of YAML between two lines of dashes, and the body below it. */
record FrontMatter(Map<String, Object> fields, String body) {

    private static final String FENCE = "---";

    static FrontMatter parse(byte[] document) {
        String text = text(document).replace("\r\n", "\n").stripLeading();
        if (!text.startsWith(FENCE + "\n")) {
            throw new Rejected("does not start with a line of three dashes");
        }
        int end = text.indexOf("\n" + FENCE, FENCE.length());
        if (end < 0) {
            throw new Rejected("the front matter has no closing line of three dashes");
        }
        int body = text.indexOf('\n', end + 1);
        return new FrontMatter(yaml(text.substring(FENCE.length(), end)), body < 0 ? "" : text.substring(body + 1));
    }

    /** A field's text without spaces around it; {@code null} where it is absent or blank. */
    @Nullable
    String text(String field) {
        Object value = fields.get(field);
        String text = value == null || value instanceof List || value instanceof Map
                ? ""
                : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** A field's texts, whether it is one or a list. */
    List<String> texts(String field) {
        Object value = fields.get(field);
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return values.stream()
                .map(one -> one.toString().strip())
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String text(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new Rejected("is not UTF-8 text");
        }
    }

    private static Map<String, Object> yaml(String head) {
        try {
            Object fields = reader().load(head);
            if (!(fields instanceof Map<?, ?> map)) {
                throw new Rejected("the front matter is not a list of fields");
            }
            var texts = new HashMap<String, Object>();
            map.forEach((field, value) -> {
                if (value != null) {
                    texts.put(String.valueOf(field), value);
                }
            });
            return texts;
        } catch (YAMLException invalid) {
            throw new Rejected("the front matter is not valid YAML");
        }
    }

    /** Every value is text: a title that looks like a date or a number stays as it was written. */
    private static Yaml reader() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        options.setCodePointLimit(1024 * 1024);
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {}
        });
    }
}
