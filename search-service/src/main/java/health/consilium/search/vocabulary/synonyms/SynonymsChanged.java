package health.consilium.search.vocabulary.synonyms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;

/** What became of a new set of synonyms, as it is served. */
record SynonymsChanged(
        long version,
        Instant changedAt,
        Origin origin,
        SynonymCounts counts,

        @Schema(description = "Rules that said the same as one before them")
        int merged,

        @Schema(description = "Lines that only said that a term stands for itself")
        int ignored) {

    static SynonymsChanged of(SynonymSet set, Reading reading) {
        return new SynonymsChanged(
                set.version(),
                Objects.requireNonNull(set.changedAt(), "changed just now"),
                set.origin(),
                SynonymCounts.of(set.rules()),
                reading.merged(),
                reading.ignored());
    }
}
