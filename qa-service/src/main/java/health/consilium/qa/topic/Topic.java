package health.consilium.qa.topic;

import health.consilium.qa.text.Slug;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subject of questions; its {@code id} is the slug of its name. */
public record Topic(String id, String name, List<String> synonyms) {

    /** A topic of this name; {@code name} has at least one letter or digit. */
    public static Topic named(String name, List<String> synonyms) {
        return new Topic(Objects.requireNonNull(Slug.of(name), "a topic's name has a letter or digit"), name, synonyms);
    }

    boolean isCoveredBy(@Nullable Topic known) {
        return known != null && known.synonyms().containsAll(synonyms);
    }

    /** This topic with the synonyms of another too. */
    public Topic with(Topic other) {
        return new Topic(
                id,
                name,
                Stream.concat(synonyms.stream(), other.synonyms().stream())
                        .distinct()
                        .toList());
    }
}
