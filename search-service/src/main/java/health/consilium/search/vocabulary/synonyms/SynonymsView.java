package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The synonyms in force, as they are served. */
@Schema(name = "Synonyms")
record SynonymsView(
        long version,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "null while nobody has changed them")
        @Nullable
        Instant changedAt,

        Origin origin,
        SynonymCounts counts,
        List<SynonymRule> rules) {

    static SynonymsView of(SynonymSet set) {
        return new SynonymsView(
                set.version(), set.changedAt(), set.origin(), SynonymCounts.of(set.rules()), set.rules());
    }
}
