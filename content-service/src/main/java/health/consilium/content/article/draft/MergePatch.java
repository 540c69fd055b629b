package health.consilium.content.article.draft;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies RFC 7396 merge patches to drafts; the result is checked like a whole draft. */
@Component
class MergePatch {

    private final JsonMapper json;
    private final DraftRules rules;

    MergePatch(JsonMapper json, DraftRules rules) {
        this.json = json;
        this.rules = rules;
    }

    DraftRequest apply(DraftRequest current, JsonNode patch) {
        if (!patch.isObject()) {
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "A merge patch of a draft is a JSON object.");
        }
        DraftRequest patched = read(merge(json.valueToTree(current), patch));
        var violations = rules.violations(patched);
        if (!violations.isEmpty()) {
            var problem = new ProblemException(ProblemTypes.INVALID_REQUEST, "The patched draft is invalid.");
            violations.forEach(violation -> problem.error(violation.pointer(), violation.detail()));
            throw problem;
        }
        return patched;
    }

    private DraftRequest read(JsonNode patched) {
        try {
            return json.treeToValue(patched, DraftRequest.class);
        } catch (JacksonException invalid) {
            String pointer = invalid.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                    .collect(Collectors.joining());
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.")
                    .error(
                            pointer,
                            invalid instanceof UnrecognizedPropertyException
                                    ? "is not a known field"
                                    : "has the wrong type or form");
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : json.createObjectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                JsonNode old = merged.path(field.getKey());
                merged.set(field.getKey(), merge(old, field.getValue()));
            }
        });
        return merged;
    }
}
