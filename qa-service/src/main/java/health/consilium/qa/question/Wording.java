package health.consilium.qa.question;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.qa.text.PlainText;
import health.consilium.qa.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cleans the fields of one request, collecting what is invalid and what was removed. */
public final class Wording {

    /** How many times as long as it reads a text may come, for its markup. */
    private static final int WITH_MARKUP = 4;

    private final List<Invalid> invalid = new ArrayList<>();
    private final Set<String> removed = new LinkedHashSet<>();

    /** The field without markup; it must have from {@code least} to {@code most} characters. */
    public String text(String pointer, @Nullable String raw, int least, int most) {
        if (raw != null && raw.length() > WITH_MARKUP * most) {
            invalid.add(new Invalid(pointer, "must have at most %d characters".formatted(WITH_MARKUP * most)));
            return "";
        }
        PlainText clean = PlainText.of(raw);
        removed.addAll(clean.removed());
        int length = clean.value().length();
        if (length < least || length > most) {
            invalid.add(new Invalid(pointer, "must have %d to %d characters of plain text".formatted(least, most)));
        }
        return clean.value();
    }

    /** Like {@link #text}, on one line. */
    public String line(String pointer, @Nullable String raw, int least, int most) {
        return text(pointer, raw, least, most).replaceAll("\\s+", " ");
    }

    /** The field as a line, or {@code null} where it is missing or blank. */
    public @Nullable String optionalLine(String pointer, @Nullable String raw, int most) {
        return raw == null || raw.isBlank() ? null : line(pointer, raw, 1, most);
    }

    /** The id of a specialty, or {@code null} where it is missing or blank. */
    public @Nullable String specialty(String pointer, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String slug = Slug.latin(raw);
        if (slug == null) {
            invalid.add(new Invalid(pointer, "must have Latin letters or digits"));
        }
        return slug;
    }

    /** Names of topics, each with a letter or digit. */
    public List<String> topics(String pointer, @Nullable List<String> raw) {
        if (raw == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int place = 0; place < raw.size(); place++) {
            String name = line(pointer + "/" + place, raw.get(place), 1, 100);
            if (Slug.of(name) == null) {
                invalid.add(new Invalid(pointer + "/" + place, "must have a letter or digit"));
            }
            names.add(name);
        }
        return names.stream().distinct().toList();
    }

    /** Notes that a field is wrong. */
    public void reject(String pointer, String detail) {
        invalid.add(new Invalid(pointer, detail));
    }

    /** Fails with every invalid field, if there is one. */
    public void requireValid() {
        if (invalid.isEmpty()) {
            return;
        }
        var problem = new ProblemException(ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.");
        invalid.forEach(field -> problem.error(field.pointer(), field.detail()));
        throw problem;
    }

    /** Every invalid field in words. */
    public List<String> invalid() {
        return invalid.stream()
                .map(field -> field.pointer() + " " + field.detail())
                .toList();
    }

    /** What was taken out of the fields for safety. */
    public List<String> removed() {
        return List.copyOf(removed);
    }

    private record Invalid(String pointer, String detail) {}
}
