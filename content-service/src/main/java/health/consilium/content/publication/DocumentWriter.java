package health.consilium.content.publication;

import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes published documents. No setting of the web layer touches it: the same document is always the same bytes. */
@Component
class DocumentWriter {

    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    byte[] write(Object document) {
        return json.writeValueAsBytes(document);
    }
}
