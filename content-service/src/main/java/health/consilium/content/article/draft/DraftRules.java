package health.consilium.content.article.draft;

import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleKind;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules that what editors write has to keep, for texts that do not come as a request of theirs. */
@Component
public class DraftRules {

    /** A field, as a JSON pointer, and what is wrong with it. */
    public record Violation(String pointer, String detail) {}

    private final Validator validator;

    DraftRules(Validator validator) {
        this.validator = validator;
    }

    /** What an article would break; empty when an editor could have written it. */
    public List<Violation> violations(String id, ArticleKind kind, @Nullable String uri, ArticleContent content) {
        return violations(DraftRequest.of(id, kind, uri, content));
    }

    List<Violation> violations(DraftRequest draft) {
        return validator.validate(draft).stream().map(DraftRules::violation).toList();
    }

    private static Violation violation(ConstraintViolation<DraftRequest> violation) {
        String path = violation.getPropertyPath().toString().replaceFirst("\\.?<.*$", "");
        String pointer = "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
        return new Violation(pointer, violation.getMessage());
    }
}
